using System.Text;
using System.Text.Json.Nodes;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Intercom.Webhooks;
using IntercomRag.Testing.Webhooks;

namespace IntercomRag.Core.Tests.Intercom.Webhooks;

public sealed class WebhookTriageTests
{
    private static readonly WebhookOptions s_options = new();
    private static readonly DateTimeOffset s_now = new(2026, 1, 10, 7, 56, 40, TimeSpan.Zero);

    [Fact]
    public void Decide_FirstMessage_IsKnownByNotificationAndSource() =>
        DeduplicationIds(WebhookSamples.Event("conversation.user.created", "notif_1"))
            .ShouldBe(["notif_1", $"source:{WebhookSamples.ConversationId}"]);

    [Fact]
    public void Decide_BatchedReplies_AreKnownByNotificationAndLastPart()
    {
        var item = WebhookSamples.Conversation(
            WebhookSamples.Part("user", WebhookSamples.ContactId, id: "1"), WebhookSamples.Part("user", WebhookSamples.ContactId, id: "2"));

        DeduplicationIds(WebhookSamples.Envelope("conversation.user.replied", item, "notif_1"))
            .ShouldBe(["notif_1", $"part:{WebhookSamples.ConversationId}/2"]);
    }

    [Fact]
    public void Decide_TeammateAct_IsKnownByNotificationAlone() =>
        DeduplicationIds(WebhookSamples.Event("conversation.admin.assigned", "notif_1")).ShouldBe(["notif_1"]);

    [Fact]
    public void Decide_ReplyWithNullId_IsKnownByItsPart() =>
        DeduplicationIds(WithoutId("conversation.user.replied"))
            .ShouldBe([$"part:{WebhookSamples.ConversationId}/{WebhookSamples.PartId}"]);

    [Theory]
    [InlineData("conversation.admin.closed", "event:conversation.admin.closed/215472621202693/37358121213/1768031793")]
    [InlineData("conversation.deleted", "event:conversation.deleted/215472621202693//1768031793")]
    [InlineData("article.updated", "event:article.updated/15147019//1768031793")]
    public void Decide_OtherEventWithNullId_IsKnownByWhatItSays(string topic, string expected) =>
        DeduplicationIds(WithoutId(topic)).ShouldBe([expected]);

    [Theory]
    [InlineData("admin")]
    [InlineData("bot")]
    public void Decide_OwnAct_IsIgnored(string authorType) =>
        Decide(TeammateReply(WebhookSamples.Part(authorType, WebhookSamples.BotAdminId)))
            .ShouldBe(new WebhookDisposition.Ignore("own_part"));

    [Fact]
    public void Decide_OwnActAndATeammatesInOneBatch_IsQueued() =>
        Decide(TeammateReply(WebhookSamples.Part("admin", WebhookSamples.BotAdminId), WebhookSamples.Part("admin", WebhookSamples.TeammateId)))
            .ShouldBeOfType<WebhookDisposition.Queue>();

    [Fact]
    public void Decide_ContactWithTheIdOfOurAdmin_IsQueued() =>
        Decide(TeammateReply(WebhookSamples.Part("user", WebhookSamples.BotAdminId))).ShouldBeOfType<WebhookDisposition.Queue>();

    [Fact]
    public void Decide_ActWithoutParts_IsQueued() => Decide(TeammateReply()).ShouldBeOfType<WebhookDisposition.Queue>();

    [Fact]
    public void Decide_BotAdminUnknown_QueuesOurOwnActsToo() =>
        Decide(TeammateReply(WebhookSamples.Part("admin", WebhookSamples.BotAdminId)), botAdminId: null)
            .ShouldBeOfType<WebhookDisposition.Queue>();

    [Fact]
    public void Decide_TagOnOneOfOurAnswers_IsQueued() =>
        Decide(WebhookSamples.Event("conversation_part.tag.created")).ShouldBeOfType<WebhookDisposition.Queue>();

    [Fact]
    public void Decide_TaggedPartOfUnknownConversation_IsIgnored() =>
        Decide(WebhookSamples.Envelope("conversation_part.tag.created", WebhookSamples.Part("lead", WebhookSamples.ContactId)))
            .ShouldBe(new WebhookDisposition.Ignore("no_conversation"));

    [Theory]
    [InlineData("<p>Où est ma facture&nbsp;?</p>", true)]
    [InlineData("Où est ma facture ?", true)]
    [InlineData("Bonjour", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Decide_OpeningMessage_WaitsAsLongAsItsTextSuggests(string? body, bool complete)
    {
        var sample = WebhookSamples.Event("conversation.user.created");
        sample["data"]!["item"]!["source"]!["body"] = body;

        QuietTime(sample).ShouldBe(complete ? s_options.MessageQuiet : s_options.FragmentQuiet);
    }

    [Fact]
    public void Decide_BatchedReplies_TheLastOneSaysHowLongToWait()
    {
        QuietTime(Replies("Où est ma facture ?", "j'ai un souci :")).ShouldBe(s_options.FragmentQuiet);
        QuietTime(Replies("j'ai un souci :", "Où est ma facture ?")).ShouldBe(s_options.MessageQuiet);

        static JsonNode Replies(params string[] bodies) => WebhookSamples.Envelope(
            "conversation.user.replied",
            WebhookSamples.Conversation([.. bodies.Select((body, index) =>
            {
                var part = WebhookSamples.Part("user", "1", id: $"{index}");
                part["body"] = body;
                return part;
            })]));
    }

    [Theory]
    [InlineData("quick_reply_uuid")]
    [InlineData("quick_reply_option_uuid")]
    public void Decide_TappedButton_WaitsShortly(string member)
    {
        var part = WebhookSamples.Part("user", "1");
        (part["body"], part["metadata"]) = ("Oui", new JsonObject { [member] = "f2a1" });

        QuietTime(WebhookSamples.Envelope("conversation.user.replied", WebhookSamples.Conversation(part))).ShouldBe(s_options.MessageQuiet);
    }

    [Theory]
    [InlineData("body", "7")]
    [InlineData("body", "{}")]
    [InlineData("body", "true")]
    [InlineData("metadata", "\"?\"")]
    public void Decide_MessageThatIsNoText_WaitsLongAndIsNoError(string member, string value)
    {
        var part = WebhookSamples.Part("user", "1");
        part.Remove("body");
        part[member] = JsonNode.Parse(value);

        QuietTime(WebhookSamples.Envelope("conversation.user.replied", WebhookSamples.Conversation(part))).ShouldBe(s_options.FragmentQuiet);
    }

    [Fact]
    public void Decide_AnyMessage_WaitsLongerForFurtherOnesAndHoldsNoWord()
    {
        var queue = Decide(WebhookSamples.Event("conversation.user.replied")).ShouldBeOfType<WebhookDisposition.Queue>();

        queue.Window.ShouldBe(new BurstWindow(s_options.MessageQuiet, s_options.MessageCap) { FurtherQuiet = s_options.FragmentQuiet, Growth = s_options.QuietGrowth });
        queue.ToString().ShouldNotContain("réservation");
    }

    private static TimeSpan QuietTime(JsonNode sample) => Decide(sample).ShouldBeOfType<WebhookDisposition.Queue>().Window.Quiet;

    private static IReadOnlyList<string> DeduplicationIds(JsonNode sample) =>
        Decide(sample).ShouldBeOfType<WebhookDisposition.Queue>().Item.DeduplicationIds;

    private static WebhookDisposition Decide(JsonNode sample, string? botAdminId = WebhookSamples.BotAdminId) => WebhookTriage.Decide(
        WebhookParser.Parse(Encoding.UTF8.GetBytes(sample.ToJsonString())), s_options, botAdminId, s_now, traceParent: null);

    private static JsonObject TeammateReply(params JsonObject[] parts) =>
        WebhookSamples.Envelope("conversation.admin.replied", WebhookSamples.Conversation(parts));

    private static JsonObject WithoutId(string topic)
    {
        var sample = WebhookSamples.Event(topic);
        sample["id"] = null;
        return sample;
    }
}
