using System.Net;
using System.Net.Http.Json;
using IntercomRag.Simulator.Tests.Support;

namespace IntercomRag.Simulator.Tests.Rest;

public sealed class ReplyTests
{
    private const string Option = "5e0f2a5b-0d0e-4a6c-9b7c-111111111111";

    [Fact]
    public async Task Reply_Comment_AnswersWithOnlyTheNewPart()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await simulator.WriteAsync(id, "Encore");

        var answer = await simulator.ReplyAsAssistantAsync(id, "<div>Bonjour <span>Léa</span></div>");

        answer.At("conversation_parts.total_count").GetInt32().ShouldBe(1);
        var part = answer.At("conversation_parts.conversation_parts.0");
        part.Text("part_type").ShouldBe("comment");
        part.Text("body").ShouldBe("<p>Bonjour Léa</p>");
        part.Text("author.id").ShouldBe("9001");
        part.Text("author.type").ShouldBe("admin");
        part.Text("app_package_code").ShouldNotBeEmpty();
        answer.IsNull("waiting_since").ShouldBeTrue("the last word is a teammate's");
        answer.At("admin_assignee_id").GetInt64().ShouldBe(0, "a reply through REST does not take the conversation");
    }

    [Fact]
    public async Task Reply_Note_IsNotPublicAndLeavesTheCustomerWaiting()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();

        var answer = await simulator.ReplyAsAssistantAsync(id, "<h2>Handover</h2>", "note");
        var view = await simulator.ControlAsync(HttpMethod.Get, $"/conversations/{id}");

        answer.At("waiting_since").GetInt64().ShouldBeGreaterThan(0);
        view.Text("parts.1.part_type").ShouldBe("note");
        view.At("parts.1.is_public").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Reply_WithAssignOnApiReply_TakesTheConversationInAnAssignmentPart()
    {
        await using var simulator = SimulatorHost.Start(("Simulator:AssignOnApiReply", "true"));
        var id = await simulator.StartConversationAsync();

        var answer = await simulator.ReplyAsAssistantAsync(id, "Bonjour");

        answer.Text("conversation_parts.conversation_parts.0.part_type").ShouldBe("assignment");
        answer.Text("conversation_parts.conversation_parts.0.body").ShouldBe("<p>Bonjour</p>");
        answer.At("admin_assignee_id").GetInt64().ShouldBe(9001);
    }

    [Fact]
    public async Task Reply_QuickReplies_ComeBackWithTheCustomersChoice()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();

        var offer = await simulator.RestAsync(HttpMethod.Post, $"/conversations/{id}/reply", new
        {
            message_type = "quick_reply", type = "admin", admin_id = "9001", reply_options = new[] { new { text = "Oui", uuid = Option } },
        });
        await simulator.ControlAsync(
            HttpMethod.Post, $"/contacts/{SimulatorHost.Lea}/messages", new { conversation_id = id, quick_reply_uuid = Option });
        var conversation = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");

        offer.IsNull("conversation_parts.conversation_parts.0.body").ShouldBeTrue();
        offer.Text("conversation_parts.conversation_parts.0.metadata.quick_reply_options.0.text").ShouldBe("Oui");
        var choice = conversation.At("conversation_parts.conversation_parts.1");
        choice.Text("part_type").ShouldBe("comment");
        choice.Text("body").ShouldBe("<p>Oui</p>");
        choice.Text("metadata.quick_reply_uuid").ShouldBe(Option);
    }

    [Theory]
    [InlineData("2.13", Option, "message_type")]
    [InlineData("2.16", "not-a-uuid", "reply_options")]
    public async Task Reply_QuickRepliesOfOldVersionOrWithoutUuid_Are400(string version, string uuid, string field)
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        simulator.Rest.DefaultRequestHeaders.Remove("Intercom-Version");
        simulator.Rest.DefaultRequestHeaders.Add("Intercom-Version", version);

        var (status, error) = await PostAsync(simulator, $"/conversations/{id}/reply", new
        {
            message_type = "quick_reply", type = "admin", admin_id = "9001", reply_options = new[] { new { text = "Oui", uuid } },
        });

        status.ShouldBe(HttpStatusCode.BadRequest);
        error.Text("errors.0.field").ShouldBe(field);
    }

    [Theory]
    [InlineData("""{"message_type":"comment","type":"admin","body":"x"}""", 400, "admin_id")]
    [InlineData("""{"message_type":"comment","type":"admin","admin_id":"9001"}""", 400, "body")]
    [InlineData("""{"message_type":"comment","admin_id":"9001","body":"x"}""", 400, "type")]
    [InlineData("""{"message_type":"shout","type":"admin","admin_id":"9001","body":"x"}""", 400, "message_type")]
    [InlineData("""{"message_type":"comment","type":"admin","admin_id":"1","body":"x"}""", 404, null)]
    [InlineData("""{"message_type":"comment","type":"admin","admin_id":"9001","body":{"a":1}}""", 400, "body")]
    [InlineData("""{"message_type":"quick_reply","type":"admin","admin_id":"9001"}""", 400, "reply_options")]
    public async Task Reply_WithWrongBody_IsRefusedAndAddsNothing(string body, int expected, string? field)
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();

        var (status, error) = await PostAsync(simulator, $"/conversations/{id}/reply", System.Text.Json.JsonSerializer.Deserialize<object>(body)!);
        var view = await simulator.ControlAsync(HttpMethod.Get, $"/conversations/{id}");

        ((int)status).ShouldBe(expected, error.ToString());
        if (field is not null)
        {
            error.Text("errors.0.field").ShouldBe(field);
        }

        view.At("parts").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Reply_AsContact_ToLastConversation_AddsTheMessage()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();

        var answer = await simulator.RestAsync(HttpMethod.Post, "/conversations/last/reply", new
        {
            message_type = "comment", type = "user", user_id = "member-1", body = "Merci",
        });

        answer.Text("id").ShouldBe(id);
        answer.Text("conversation_parts.conversation_parts.0.author.id").ShouldBe(SimulatorHost.Lea);
    }

    [Fact]
    public async Task Parts_Assignment_KeepsAdminAndTeamApartAndItsBodyIsPublic()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();

        await ManageAsync(simulator, id, new { message_type = "assignment", type = "admin", admin_id = "9001", assignee_id = "9002" });
        var answer = await ManageAsync(
            simulator, id, new { message_type = "assignment", type = "team", admin_id = "9001", assignee_id = "5002", body = "Un collègue arrive" });
        var freed = await ManageAsync(simulator, id, new { message_type = "assignment", type = "admin", admin_id = "9001", assignee_id = "0" });
        var view = await simulator.ControlAsync(HttpMethod.Get, $"/conversations/{id}");

        answer.At("admin_assignee_id").GetInt64().ShouldBe(9002);
        answer.At("team_assignee_id").GetInt64().ShouldBe(5002);
        answer.Text("conversation_parts.conversation_parts.0.assigned_to.type").ShouldBe("team");
        freed.At("admin_assignee_id").GetInt64().ShouldBe(0);
        freed.At("team_assignee_id").GetInt64().ShouldBe(5002);
        freed.Text("conversation_parts.conversation_parts.0.assigned_to.type").ShouldBe("nobody_admin");
        view.At("parts.2.is_public").GetBoolean().ShouldBeTrue("the body of an assignment is a message to the customer");
        view.At("parts.1.is_public").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Parts_CloseThenAssign_ReopensInOnePart()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();

        var closed = await ManageAsync(simulator, id, new { message_type = "close", type = "admin", admin_id = "9001", body = "Au revoir" });
        var assigned = await ManageAsync(simulator, id, new { message_type = "assignment", type = "team", admin_id = "9001", assignee_id = "5001" });

        closed.Text("state").ShouldBe("closed");
        closed.At("open").GetBoolean().ShouldBeFalse();
        closed.Text("conversation_parts.conversation_parts.0.body").ShouldBe("<p>Au revoir</p>");
        assigned.Text("state").ShouldBe("open");
        assigned.Text("conversation_parts.conversation_parts.0.part_type").ShouldBe("assign_and_reopen");
    }

    [Fact]
    public async Task Parts_UnknownAssignee_Is404AndChangesNothing()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();

        var (status, error) = await PostAsync(
            simulator, $"/conversations/{id}/parts", new { message_type = "assignment", type = "team", admin_id = "9001", assignee_id = "9002" });

        status.ShouldBe(HttpStatusCode.NotFound);
        error.Text("errors.0.code").ShouldBe("assignee_not_found");
        (await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}")).At("team_assignee_id").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task Customer_WritesToClosedConversation_ReopensItWithAnOpenPart()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await ManageAsync(simulator, id, new { message_type = "close", type = "admin", admin_id = "9001" });

        await simulator.WriteAsync(id, "Encore une question");
        var conversation = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");

        conversation.Text("state").ShouldBe("open");
        conversation.Text("conversation_parts.conversation_parts.1.part_type").ShouldBe("open");
        conversation.Text("conversation_parts.conversation_parts.1.body").ShouldBe("<p>Encore une question</p>");
        conversation.At("statistics.count_reopens").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Snooze_WhenItsTimeComes_OpensAgain()
    {
        var time = new Testing.FakeTimeProvider();
        await using var simulator = SimulatorHost.Start(time);
        var id = await simulator.StartConversationAsync();
        var until = time.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds();

        var snoozed = await ManageAsync(simulator, id, new { message_type = "snoozed", admin_id = "9001", snoozed_until = until });
        await Testing.Eventually.ReadAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMinutes(1));
                return simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");
            },
            conversation => conversation.Text("state") == "open",
            cancellationToken: TestContext.Current.CancellationToken);
        var opened = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");

        snoozed.Text("state").ShouldBe("snoozed");
        snoozed.At("snoozed_until").GetInt64().ShouldBe(until);
        opened.At("updated_at").GetInt64().ShouldBeGreaterThanOrEqualTo(until);
        opened.Text("conversation_parts.conversation_parts.1.part_type").ShouldBe("timer_unsnooze");
    }

    private static Task<System.Text.Json.JsonElement> ManageAsync(SimulatorHost simulator, string id, object body) =>
        simulator.RestAsync(HttpMethod.Post, $"/conversations/{id}/parts", body);

    private static async Task<(HttpStatusCode Status, System.Text.Json.JsonElement Json)> PostAsync(SimulatorHost simulator, string path, object body)
    {
        using var response = await simulator.Rest.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken));
    }
}
