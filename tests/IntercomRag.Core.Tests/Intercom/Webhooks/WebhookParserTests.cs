using System.Text;
using System.Text.Json.Nodes;
using IntercomRag.Core.Intercom.Webhooks;
using IntercomRag.Testing.Webhooks;

namespace IntercomRag.Core.Tests.Intercom.Webhooks;

public sealed class WebhookParserTests
{
    [Fact]
    public void Parse_CustomersReply_ReadsIdentitiesAndTrigger()
    {
        var webhook = Parse(WebhookSamples.Event("conversation.user.replied", "notif_1"));

        webhook.ShouldSatisfyAllConditions(
            () => webhook.Workspace.ShouldBe("demo"),
            () => webhook.NotificationId.ShouldBe("notif_1"),
            () => webhook.Topic.ShouldBe("conversation.user.replied"),
            () => webhook.CreatedAt.ShouldBe(new DateTimeOffset(2026, 1, 10, 7, 56, 33, TimeSpan.Zero)),
            () => webhook.SubjectId.ShouldBe("215472621202693"),
            () => webhook.Parts.ShouldBe([new WebhookPart("37358121213", "lead", "696205460674dbb9050aa7fd")]));
    }

    [Fact]
    public void Parse_IdsAsNumbers_ReadsThemAsText()
    {
        var sample = WebhookSamples.Event("conversation.admin.replied");
        var item = sample["data"]!["item"]!;
        item["id"] = 215472621202693;
        item["conversation_parts"]!["conversation_parts"]![0]!["id"] = 37358121213;
        item["conversation_parts"]!["conversation_parts"]![0]!["author"]!["id"] = 9002;

        var webhook = Parse(sample);

        webhook.SubjectId.ShouldBe("215472621202693");
        webhook.Parts.ShouldBe([new WebhookPart("37358121213", "admin", "9002")]);
    }

    [Theory]
    [InlineData("2026-01-10T07:56:33.000Z")]
    [InlineData("2026-01-10T07:56:33+00:00")]
    [InlineData("2026-01-10T09:56:33.000+02:00")]
    public void Parse_TimeAsIso8601_ReadsTheSameMoment(string createdAt)
    {
        var sample = WebhookSamples.Event("conversation.user.created");
        sample["created_at"] = createdAt;

        Parse(sample).CreatedAt.ShouldBe(new DateTimeOffset(2026, 1, 10, 7, 56, 33, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("1768031793.5")]
    [InlineData("1e400")]
    [InlineData("-62135596801")]
    [InlineData("9223372036854775807")]
    [InlineData("\"\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"2026-13-01T00:00:00Z\"")]
    public void Parse_ImpossibleTime_NamesTheField(string createdAt)
    {
        var sample = WebhookSamples.Event("ping");
        sample["created_at"] = JsonNode.Parse(createdAt);

        Should.Throw<WebhookFormatException>(() => Parse(sample)).Path.ShouldBe("$.created_at");
    }

    [Fact]
    public void Parse_PingWithNullId_HasNoId()
    {
        var webhook = Parse(WebhookSamples.Event("ping"));

        webhook.NotificationId.ShouldBeNull();
        webhook.SubjectId.ShouldBeNull();
        webhook.Route.ShouldBe(WebhookRoute.Ignored);
    }

    [Fact]
    public void Parse_DeletedConversation_ReadsConversationId()
    {
        var webhook = Parse(WebhookSamples.Event("conversation.deleted"));

        webhook.SubjectId.ShouldBe(WebhookSamples.ConversationId);
        webhook.Parts.ShouldBeEmpty();
    }

    [Fact]
    public void Parse_TaggedPartAsConversation_ReadsBoth()
    {
        var webhook = Parse(WebhookSamples.Event("conversation_part.tag.created"));

        webhook.SubjectId.ShouldBe(WebhookSamples.ConversationId);
        webhook.Parts.ShouldBe([new WebhookPart(WebhookSamples.PartId, "admin", WebhookSamples.BotAdminId)]);
    }

    [Theory]
    [InlineData("{\"conversation_id\":\"77\"}", "77")]
    [InlineData("{\"conversation_id\":77}", "77")]
    [InlineData("{\"conversation\":{\"id\":\"77\"}}", "77")]
    [InlineData("{\"conversation\":null}", null)]
    [InlineData("{}", null)]
    public void Parse_TaggedPartAsPart_ReadsItsConversationWhereNamed(string more, string? conversation)
    {
        var part = WebhookSamples.Part("lead", WebhookSamples.ContactId);
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
        {
            part[name] = value?.DeepClone();
        }

        var webhook = Parse(WebhookSamples.Envelope("conversation_part.tag.created", part));

        webhook.SubjectId.ShouldBe(conversation);
        webhook.Parts.ShouldBe([new WebhookPart(WebhookSamples.PartId, "lead", WebhookSamples.ContactId)]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{\"conversation_parts\":null}")]
    [InlineData("{\"type\":\"conversation_part.list\",\"conversation_parts\":[],\"total_count\":0}")]
    public void Parse_NoParts_IsAnEmptyList(string parts)
    {
        var item = WebhookSamples.Conversation();
        item["conversation_parts"] = JsonNode.Parse(parts);

        Parse(WebhookSamples.Envelope("conversation.user.created", item)).Parts.ShouldBeEmpty();
    }

    [Fact]
    public void Parse_Article_ReadsItsId()
    {
        var webhook = Parse(WebhookSamples.Event("article.deleted"));

        webhook.SubjectId.ShouldBe(WebhookSamples.ArticleId);
        webhook.Route.ShouldBe(WebhookRoute.ArticleChange);
    }

    [Fact]
    public void Parse_UnknownTopicWithItemOfAnotherShape_IsAccepted()
    {
        var webhook = Parse(WebhookSamples.Envelope("something.new", new JsonObject { ["id"] = new JsonArray(), ["conversation_parts"] = 5 }));

        webhook.Route.ShouldBe(WebhookRoute.Ignored);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("{a}")]
    [InlineData("a\nb")]
    [InlineData("é")]
    public void Parse_IdThatWouldSpoilAKey_NamesTheField(string id)
    {
        var item = WebhookSamples.Conversation();
        item["id"] = id;

        Should.Throw<WebhookFormatException>(() => Parse(WebhookSamples.Envelope("conversation.user.created", item)))
            .Path.ShouldBe("$.data.item.id");
    }

    [Fact]
    public void Parse_IdTooLong_NamesTheField()
    {
        var sample = WebhookSamples.Event("ping");
        sample["app_id"] = new string('a', 129);

        Should.Throw<WebhookFormatException>(() => Parse(sample)).Path.ShouldBe("$.app_id");
    }

    [Fact]
    public void Parse_WrongPart_NamesItsPlace()
    {
        var item = WebhookSamples.Conversation(WebhookSamples.Part("lead", "1"), WebhookSamples.Part("lead", "2"));
        item["conversation_parts"]!["conversation_parts"]![1]!["author"] = "me";

        var exception = Should.Throw<WebhookFormatException>(() => Parse(WebhookSamples.Envelope("conversation.user.replied", item)));

        exception.Message.ShouldBe("$.data.item.conversation_parts.conversation_parts[1].author: expected an object, found a string");
    }

    [Fact]
    public void Parse_NotJson_SaysWhereWithoutQuoting()
    {
        var exception = Should.Throw<WebhookFormatException>(() => WebhookParser.Parse("{\n \"type\": hunter2}"u8.ToArray()));

        exception.Message.ShouldBe("$: expected JSON; it breaks in line 2, byte 10");
    }

    [Fact]
    public void Parse_BrokenSurrogate_NamesTheField()
    {
        var text = WebhookSamples.Event("ping").ToJsonString().Replace("\"demo\"", "\"\\udfff\"");

        Should.Throw<WebhookFormatException>(() => WebhookParser.Parse(Encoding.UTF8.GetBytes(text))).Path.ShouldBe("$.app_id");
    }

    private static WebhookEvent Parse(JsonNode sample) => WebhookParser.Parse(Encoding.UTF8.GetBytes(sample.ToJsonString()));
}
