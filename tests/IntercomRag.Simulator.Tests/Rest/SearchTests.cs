using System.Net;
using System.Net.Http.Json;
using IntercomRag.Simulator.Tests.Support;

namespace IntercomRag.Simulator.Tests.Rest;

public sealed class SearchTests
{
    [Theory]
    [InlineData("""{"field":"open","operator":"=","value":true}""", "answered waiting")]
    [InlineData("""{"field":"open","operator":"=","value":"false"}""", "closed")]
    [InlineData("""{"field":"state","operator":"IN","value":["closed","snoozed"]}""", "closed")]
    [InlineData("""{"field":"state","operator":"!=","value":"open"}""", "closed")]
    [InlineData("""{"field":"admin_assignee_id","operator":"=","value":9002}""", "answered")]
    [InlineData("""{"field":"admin_assignee_id","operator":"=","value":"0"}""", "closed waiting")]
    [InlineData("""{"field":"admin_assignee_id","operator":"=","value":null}""", "closed waiting")]
    [InlineData("""{"field":"team_assignee_id","operator":"=","value":5002}""", "waiting")]
    [InlineData("""{"field":"contact_ids","operator":"IN","value":["66a000000000000000000002"]}""", "closed")]
    [InlineData("""{"field":"waiting_since","operator":">","value":1}""", "closed waiting")]
    [InlineData("""{"field":"tag_ids","operator":"=","value":"301"}""", "waiting")]
    [InlineData("""{"field":"tag_ids","operator":"NIN","value":["301"]}""", "answered closed")]
    [InlineData("""{"field":"source.body","operator":"~","value":"refund"}""", "waiting")]
    [InlineData("""{"field":"source.body","operator":"~","value":"refund please"}""", "")]
    [InlineData("""{"field":"source.author.type","operator":"=","value":"lead"}""", "closed")]
    [InlineData("""{"field":"statistics.count_conversation_parts","operator":">","value":2}""", "waiting")]
    [InlineData("""{"field":"custom_attributes.rag_outcome","operator":"=","value":"escalated"}""", "waiting")]
    [InlineData(
        """{"operator":"AND","value":[{"field":"open","operator":"=","value":true},{"field":"waiting_since","operator":">","value":1}]}""", "waiting")]
    [InlineData(
        """{"operator":"OR","value":[{"operator":"AND","value":[{"field":"state","operator":"=","value":"closed"}]},{"operator":"AND","value":[{"field":"admin_assignee_id","operator":"=","value":"9002"}]}]}""",
        "answered closed")]
    public async Task ConversationSearch_Query_FindsWhatMatches(string query, string expected)
    {
        await using var simulator = SimulatorHost.Start();
        var names = new Dictionary<string, string>
        {
            [await simulator.StartConversationAsync("I want a refund, please")] = "waiting",
            [await simulator.StartConversationAsync("Hello")] = "answered",
            [await simulator.StartConversationAsync("Bye", SimulatorHost.Lead)] = "closed",
        };
        string Id(string name) => names.Single(pair => pair.Value == name).Key;
        await simulator.ActAsync(Id("answered"), new { admin_id = "9002", action = "reply", body = "Hi" });
        await simulator.ActAsync(Id("closed"), new { admin_id = "9002", action = "close" });
        await simulator.ActAsync(Id("waiting"), new { admin_id = "9002", action = "assign", assignee_type = "team", assignee_id = "5002" });
        await simulator.ActAsync(Id("waiting"), new { admin_id = "9002", action = "tag", tag = "vip" });
        await simulator.RestAsync(HttpMethod.Put, $"/conversations/{Id("waiting")}", new { custom_attributes = new { rag_outcome = "escalated" } });

        using var content = new StringContent($"{{\"query\":{query}}}", System.Text.Encoding.UTF8, "application/json");
        using var response = await simulator.Rest.PostAsync("/conversations/search", content, TestContext.Current.CancellationToken);
        var found = await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK, found.ToString());
        string.Join(' ', found.Texts("conversations", "id").Select(id => names[id]).Order()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"field":"nothing","operator":"=","value":1}""")]
    [InlineData("""{"field":"open","operator":"like","value":1}""")]
    [InlineData("""{"field":"open","operator":">","value":true}""")]
    [InlineData("""{"field":"updated_at","operator":">","value":"yesterday"}""")]
    [InlineData("""{"field":"state","operator":"IN","value":"open"}""")]
    [InlineData("""{"operator":"XOR","value":[]}""")]
    [InlineData("""{"operator":"AND","value":[]}""")]
    [InlineData("""{"operator":"AND","value":[{"operator":"OR","value":[{"operator":"AND","value":[{"field":"id","operator":"=","value":"1"}]}]}]}""")]
    public async Task ConversationSearch_QueryOutsideTheRules_Is400(string query)
    {
        await using var simulator = SimulatorHost.Start();
        await simulator.StartConversationAsync();

        using var content = new StringContent($"{{\"query\":{query}}}", System.Text.Encoding.UTF8, "application/json");
        using var response = await simulator.Rest.PostAsync("/conversations/search", content, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("parameter_invalid");
    }

    [Fact]
    public async Task ConversationSearch_WithCursor_GivesEveryMatchOnce()
    {
        await using var simulator = SimulatorHost.Start();
        for (var number = 0; number < 5; number++)
        {
            await simulator.StartConversationAsync();
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await simulator.RestAsync(HttpMethod.Post, "/conversations/search", new
            {
                query = new { field = "created_at", @operator = ">", value = 1 },
                pagination = new { per_page = 2, starting_after = cursor },
            });
            seen.AddRange(page.Texts("conversations", "id"));
            cursor = page.IsNull("pages.next") ? null : page.Text("pages.next.starting_after");
        }
        while (cursor is not null);

        seen.Distinct().Count().ShouldBe(5);
        seen.Count.ShouldBe(5);
    }
}
