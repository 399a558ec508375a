using System.Text.Json;
using IntercomRag.Simulator.Tests.Support;
using IntercomRag.Simulator.Webhooks;

namespace IntercomRag.Simulator.Tests.Webhooks;

public sealed class TopicTests
{
    [Fact]
    public async Task Start_Target_GetsHeadThenPing()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.HeadStatus = 404;
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);
        await Testing.Eventually.HoldsAsync(() => receiver.Heads >= 2, cancellationToken: TestContext.Current.CancellationToken);
        receiver.All.ShouldBeEmpty("nothing is sent before the URL is accepted");
        receiver.HeadStatus = 200;

        var ping = (await receiver.WaitForAsync("ping"))[0];

        ping.Id.ShouldBeNull();
        ping.Item.Text("type").ShouldBe("ping");
        ping.Json.Text("app_id").ShouldBe("demo");
        ping.Json.IsNull("delivery_status").ShouldBeTrue();
    }

    [Fact]
    public async Task UserCreated_Item_HasTheTextInTheSourceAndNoParts()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);
        var id = await simulator.StartConversationAsync("Où est ma facture ?");

        var created = (await receiver.WaitForAsync("conversation.user.created"))[0];

        created.Signature.ShouldBe(NotificationBody.Sign(created.Body, SimulatorHost.ClientSecret));
        created.Json.Text("type").ShouldBe("notification_event");
        created.Json.Text("data.type").ShouldBe("notification_event_data");
        created.Id.ShouldStartWith("notif_");
        created.Json.At("delivery_attempts").GetInt32().ShouldBe(1);
        created.Json.At("delivered_at").GetInt32().ShouldBe(0);
        created.Item.Text("id").ShouldBe(id);
        created.Item.Text("source.body").ShouldBe("Où est ma facture ?");
        created.Item.Text("source.author.type").ShouldBe("user");
        created.Parts.GetArrayLength().ShouldBe(0);
        created.Item.At("conversation_parts.total_count").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task UserReplied_Item_HasOnlyTheNewPart()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);
        var id = await simulator.StartConversationAsync();
        await simulator.WriteAsync(id, "deux");
        await simulator.WriteAsync(id, "trois");

        var replies = await receiver.WaitForAsync("conversation.user.replied", 2);

        replies.Select(reply => reply.Parts.GetArrayLength()).ShouldBe([1, 1]);
        replies.Select(reply => reply.Parts.Text("0.body")).ShouldBe(["deux", "trois"], "one conversation keeps its order while nothing disturbs it");
        replies[0].Item.Text("contacts.contacts.0.id").ShouldBe(SimulatorHost.Lea);
    }

    [Theory]
    [InlineData("2.14", "<p>Été &amp; hiver</p>", JsonValueKind.String)]
    [InlineData("2.15", "Été & hiver", JsonValueKind.Number)]
    public async Task Payload_OfVersion_HasBodiesAndTimesOfThatVersion(string version, string body, JsonValueKind time)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget, ("Simulator:Webhooks:Version", version));
        var id = await simulator.StartConversationAsync("Été & hiver");
        await simulator.WriteAsync(id, "Été & hiver");

        var reply = (await receiver.WaitForAsync("conversation.user.replied"))[0];

        reply.Item.Text("source.body").ShouldBe(body);
        reply.Parts.Text("0.body").ShouldBe(body);
        reply.Item.At("statistics.first_contact_reply_at").ValueKind.ShouldBe(time);
        reply.Item.At("created_at").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public async Task OwnRestCalls_ComeBackAsAdminTopics()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);
        var id = await simulator.StartConversationAsync();
        var later = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds();

        await simulator.ReplyAsAssistantAsync(id, "Bonjour");
        await simulator.ReplyAsAssistantAsync(id, "Résumé", "note");
        foreach (var body in new object[]
        {
            new { message_type = "assignment", type = "team", admin_id = "9001", assignee_id = "5001" },
            new { message_type = "snoozed", admin_id = "9001", snoozed_until = later },
            new { message_type = "open", admin_id = "9001" },
            new { message_type = "close", type = "admin", admin_id = "9001" },
        })
        {
            await simulator.RestAsync(HttpMethod.Post, $"/conversations/{id}/parts", body);
        }

        await receiver.WaitForAsync("conversation.admin.closed");
        receiver.All.Select(webhook => webhook.Topic).Where(topic => topic.StartsWith("conversation.admin", StringComparison.Ordinal)).ShouldBe(
        [
            "conversation.admin.replied", "conversation.admin.noted", "conversation.admin.assigned",
            "conversation.admin.snoozed", "conversation.admin.opened", "conversation.admin.closed",
        ]);
        receiver.Of("conversation.admin.replied")[0].Parts.Text("0.author.id").ShouldBe("9001");
        receiver.Of("conversation.admin.noted")[0].Parts.Text("0.part_type").ShouldBe("note");
        receiver.Of("conversation.admin.assigned")[0].Item.At("team_assignee_id").GetInt64().ShouldBe(5001);
    }

    [Fact]
    public async Task AgentReply_ToFreeConversation_TakesItWithTheTextInTheAssignment()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);
        var id = await simulator.StartConversationAsync();

        await simulator.ActAsync(id, new { admin_id = "9002", action = "reply", body = "Je m'en occupe" });

        var taken = (await receiver.WaitForAsync("conversation.admin.open.assigned"))[0];
        var replied = (await receiver.WaitForAsync("conversation.admin.replied"))[0];
        taken.Parts.Text("0.part_type").ShouldBe("assignment");
        taken.Parts.Text("0.body").ShouldBe("Je m'en occupe");
        taken.Parts.Text("0.assigned_to.id").ShouldBe("9002");
        taken.Item.At("admin_assignee_id").GetInt64().ShouldBe(9002);
        replied.Parts.Text("0.id").ShouldBe(taken.Parts.Text("0.id"));
        replied.Id.ShouldNotBe(taken.Id);
    }

    [Fact]
    public async Task TagRatingAndOperator_HaveTheirTopics()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);
        var id = await simulator.StartConversationAsync();
        await simulator.WriteAsync(id, "Merci");

        await simulator.ActAsync(id, new { admin_id = "9002", action = "tag", tag = "wrong-answer" });
        await simulator.ControlAsync(HttpMethod.Post, $"/conversations/{id}/rating", new { rating = 4, remark = "Bien" });
        await simulator.ControlAsync(HttpMethod.Post, $"/conversations/{id}/operator", new { body = "We reply soon" });

        var tagged = (await receiver.WaitForAsync("conversation_part.tag.created"))[0];
        var rated = (await receiver.WaitForAsync("conversation.rating.added"))[0];
        var said = (await receiver.WaitForAsync("conversation.operator.replied"))[0];
        tagged.Item.Text("tags_added.tags.0.name").ShouldBe("wrong-answer");
        tagged.Parts.Text("0.body").ShouldBe("Merci");
        tagged.Parts.Text("0.tags.0.name").ShouldBe("wrong-answer");
        rated.Item.At("conversation_rating.rating").GetInt32().ShouldBe(4);
        rated.Item.Text("conversation_rating.remark").ShouldBe("Bien");
        rated.Item.Text("conversation_rating.contact.id").ShouldBe(SimulatorHost.Lea);
        said.Parts.Text("0.author.type").ShouldBe("bot");
        said.Parts.Text("0.author.email").ShouldBe("operator+demo@intercom.io");
    }

    [Fact]
    public async Task Articles_EditedByAuthors_HaveTheirTopicsWithIsoTimes()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);

        await simulator.ControlAsync(HttpMethod.Put, "/articles/1001", new { locale = "en", title = "Cancelling" });
        await simulator.ControlAsync(HttpMethod.Post, "/articles/1001/unpublish", new { });
        await simulator.ControlAsync(HttpMethod.Post, "/articles/1001/publish", new { locale = "fr" });
        var created = await simulator.ControlAsync(
            HttpMethod.Post, "/articles", new { locale = "fr", title = "Neuf", body_html = "<p>x</p>", state = "published", collection = "bookings" });
        await simulator.ControlAsync(HttpMethod.Delete, "/articles/1001");

        await receiver.WaitForAsync("article.deleted");
        await receiver.WaitForAsync("article.created");
        await receiver.WaitForAsync("article.published", 2);
        receiver.All.Where(webhook => webhook.Topic != "ping" && webhook.Item.Text("id") == "1001").Select(webhook => webhook.Topic)
            .ShouldBe(["article.updated", "article.unpublished", "article.published", "article.deleted"]);
        var updated = receiver.Of("article.updated")[0].Item;
        updated.Text("type").ShouldBe("article");
        updated.Text("title").ShouldBe("Cancelling");
        updated.Text("updated_at").ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        updated.IsNull("url").ShouldBeTrue();
        updated.Has("translated_content").ShouldBeFalse();
        receiver.Of("article.created").Single().Item.Text("id").ShouldBe(created.Text("id"));
    }
}
