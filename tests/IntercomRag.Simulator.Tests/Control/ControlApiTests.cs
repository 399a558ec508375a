using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IntercomRag.Simulator.Tests.Support;

namespace IntercomRag.Simulator.Tests.Control;

public sealed class ControlApiTests
{
    [Fact]
    public async Task Workspace_Seed_TellsWhoIsThereAndLeavesMergedContactsOut()
    {
        await using var simulator = SimulatorHost.Start();

        var workspace = await simulator.ControlAsync(HttpMethod.Get, "/workspace");

        workspace.Text("bot_admin_id").ShouldBe("9001");
        workspace.Text("app.id_code").ShouldBe("demo");
        workspace.Texts("contacts", "id").ShouldBe([SimulatorHost.Lea, SimulatorHost.Lead]);
        workspace.Text("contacts.0.language").ShouldBe("fr");
        workspace.At("locales").EnumerateArray().Select(locale => locale.GetString()).ShouldBe(["en", "fr"]);
    }

    [Fact]
    public async Task Contact_Created_CanWriteAndIsKnownToRest()
    {
        await using var simulator = SimulatorHost.Start();

        var contact = await simulator.ControlAsync(
            HttpMethod.Post, "/contacts", new { name = "Noé", role = "lead", language = "fr", segments = new[] { "Premium" }, custom_attributes = new { plan = "free" } });
        var id = await simulator.StartConversationAsync("Salut", contact.Text("id"));
        var rest = await simulator.RestAsync(HttpMethod.Get, $"/contacts/{contact.Text("id")}");

        contact.Text("id").Length.ShouldBe(24);
        rest.Text("role").ShouldBe("lead");
        rest.Text("custom_attributes.plan").ShouldBe("free");
        (await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}")).Text("source.author.type").ShouldBe("lead");
    }

    [Fact]
    public async Task Conversations_Filters_GiveSummariesNewestFirst()
    {
        await using var simulator = SimulatorHost.Start();
        var first = await simulator.StartConversationAsync("Un");
        var second = await simulator.StartConversationAsync("Deux", SimulatorHost.Lead);
        await simulator.ActAsync(first, new { admin_id = "9002", action = "assign", assignee_type = "team", assignee_id = "5002" });
        await simulator.ActAsync(second, new { admin_id = "9002", action = "close" });

        async Task<IReadOnlyList<string>> IdsAsync(string query) =>
            (await simulator.ControlAsync(HttpMethod.Get, $"/conversations{query}")).EnumerateArray().Select(one => one.Text("id")).ToList();

        (await IdsAsync("")).ShouldBe([second, first]);
        (await IdsAsync($"?contact_id={SimulatorHost.Lea}")).ShouldBe([first]);
        (await IdsAsync("?assignee=5002")).ShouldBe([first]);
        (await IdsAsync("?assignee=none")).ShouldBe([second]);
        (await IdsAsync("?state=closed")).ShouldBe([second]);
        (await IdsAsync("?limit=1")).ShouldBe([second]);
        var summary = (await simulator.ControlAsync(HttpMethod.Get, "/conversations?state=open"))[0];
        summary.Text("last_message_preview").ShouldBe("Un");
        summary.Text("last_author.type").ShouldBe("user");
        summary.Text("contact_name").ShouldBe("Léa Martin");
    }

    [Fact]
    public async Task BotSilenced_AgentRepliesAndGivesBack_FollowsWhoHasTheConversation()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();

        async Task<bool> SilencedAsync() => (await simulator.ControlAsync(HttpMethod.Get, $"/conversations/{id}")).At("bot_silenced").GetBoolean();

        (await SilencedAsync()).ShouldBeFalse();
        await simulator.ReplyAsAssistantAsync(id, "Bonjour");
        (await SilencedAsync()).ShouldBeFalse();
        await simulator.ActAsync(id, new { admin_id = "9001", action = "assign", assignee_type = "team", assignee_id = "5001" });
        (await SilencedAsync()).ShouldBeTrue();
        var given = await simulator.ActAsync(id, new { admin_id = "9002", action = "give_back" });

        given.At("bot_silenced").GetBoolean().ShouldBeFalse();
        given.Text("admin_assignee_id").ShouldBe("9001");
        given.IsNull("team_assignee_id").ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"admin_id":"9002","action":"dance"}""", "action")]
    [InlineData("""{"admin_id":"9002","action":"reply"}""", "body")]
    [InlineData("""{"action":"close"}""", "admin_id")]
    [InlineData("""{"admin_id":"9002","action":"snooze","snoozed_until":1}""", "snoozed_until")]
    [InlineData("""{"admin_id":"9002","action":"assign","assignee_type":"planet","assignee_id":"1"}""", "type")]
    [InlineData("""{"admin_id":9002,"action":"close"}""", "admin_id")]
    public async Task Agent_WithWrongRequest_Is400SayingWhere(string body, string field)
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await simulator.Control.PostAsync($"/simulator/conversations/{id}/agent", content, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(field);
    }

    [Fact]
    public async Task Message_FromSomebodyElse_IsRefused()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();

        using var response = await simulator.Control.PostAsJsonAsync(
            $"/simulator/contacts/{SimulatorHost.Lead}/messages", new { text = "Hi", conversation_id = id }, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task WorkflowEvents_InOneCall_CrowdMessagesOutOfWhatRestShows()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync("Un");
        await simulator.WriteAsync(id, "Deux");

        await simulator.ControlAsync(HttpMethod.Post, $"/conversations/{id}/workflow-events", new { count = 600 });
        await simulator.WriteAsync(id, "Trois");

        var seen = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}?display_as=plaintext");
        seen.At("conversation_parts.total_count").GetInt32().ShouldBe(602);
        var parts = seen.At("conversation_parts.conversation_parts").EnumerateArray().ToList();
        parts.Count.ShouldBe(500);
        parts.Where(part => !part.IsNull("body")).Select(part => part.Text("body")).ShouldBe(["Trois"]);
        seen.Text("source.body").ShouldBe("Un");
    }

    [Fact]
    public async Task Reset_Workspace_IsFreshAndIdsGoOn()
    {
        await using var simulator = SimulatorHost.Start();
        var before = await simulator.StartConversationAsync();
        await simulator.ControlAsync(HttpMethod.Delete, "/articles/1001");

        await simulator.ControlAsync(HttpMethod.Post, "/reset");
        var after = await simulator.StartConversationAsync();

        (await simulator.ControlAsync(HttpMethod.Get, "/conversations")).GetArrayLength().ShouldBe(1);
        (await simulator.ControlAsync(HttpMethod.Get, "/articles/1001")).Text("id").ShouldBe("1001");
        long.Parse(after, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(long.Parse(before, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Ids_WithSeed_AreTheSameInEveryRun()
    {
        var ids = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var simulator = SimulatorHost.Start(("Simulator:Seed", "42"));
            ids.Add(await simulator.StartConversationAsync());
        }

        ids[1].ShouldBe(ids[0]);
    }

    [Fact]
    public async Task OpenApi_Document_DescribesTheControlApiOnly()
    {
        await using var simulator = SimulatorHost.Start();

        var document = await simulator.Control.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);

        var paths = document.At("paths").EnumerateObject().Select(path => path.Name).ToList();
        paths.ShouldAllBe(path => path.StartsWith("/simulator", StringComparison.Ordinal));
        paths.ShouldContain("/simulator/conversations/{id}/agent");
        document.At("components.schemas.AgentRequest.properties").Has("assignee_type").ShouldBeTrue("names are in snake case");
    }
}
