using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IntercomRag.EndToEnd.Tests.Workspace;
using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>Compares the traffic between the product and the Simulator with Intercom's description of its REST API.</summary>
[Collection(ConformanceCollection.Name)]
public sealed class DescriptionTests(PrismProxy prism, ITestOutputHelper output)
{
    // Of the demo workspace: two users with companies, segments and attributes, one of them with French as language, and a nameless lead.
    private const string FrenchUser = "68c7b2e05a6b7c0056c00001";
    private const string EnglishUser = "68c7b2e05a6b7c0056c00002";
    private const string Lead = "68c7b2e05a6b7c0056c00008";

    // Articles of the demo workspace.
    private const string Invoices = "1006";
    private const string GiftCards = "1024";

    // Each call of the assistant takes the way through the check.
    private static readonly TimeSpan ReplyDeadline = TimeSpan.FromSeconds(30);

    private static readonly string[] CallsOfTheFlows =
    [
        "GET /admins",
        "GET /articles",
        "GET /articles/{id}",
        "GET /contacts/{id}",
        "GET /contacts/{id}/companies",
        "GET /contacts/{id}/segments",
        "GET /contacts/{id}/tags",
        "GET /conversations/{id}",
        "GET /help_center/collections",
        "GET /me",
        "GET /teams",
        "POST /conversations/{id}/parts",
        "POST /conversations/{id}/reply",
        "POST /conversations/search",
    ];

    [Fact]
    public async Task Flows_OfCustomersAgentsAndAuthors_FollowTheDescription()
    {
        ConformanceTools.SkipWithoutDescription();
        var cancellationToken = TestContext.Current.CancellationToken;
        var api = LocalPorts.FreeAddress();
        await using var simulator = await RunningSimulator.StartAsync(cancellationToken, webhooks: api);
        await using var check = await prism.CheckAsync(simulator.Address, cancellationToken);
        await using var assistant = await RunningAssistant.StartAsync(check.Address, cancellationToken, api);
        await assistant.WaitForSyncAsync(cancellationToken);

        await Task.WhenAll(
            AnswerAsync(simulator.Workspace),
            ClarifyAsync(simulator.Workspace),
            HandOverAndGiveBackAsync(simulator.Workspace));
        await UnpublishAsync(simulator.Workspace, check, cancellationToken);

        // The worker's look for customers whom no webhook announced.
        await check.WaitForAsync("POST /conversations/search", status: 200, cancellationToken);

        check.WriteTo(output);
        CallsOfTheFlows.Except(check.Operations).ShouldBeEmpty("These calls were not seen, so they were not compared.");
        check.Differences.ShouldBeEmpty();
    }

    private static async Task AnswerAsync(WorkspaceClient workspace)
    {
        var customer = CustomerOf(workspace, EnglishUser);
        await customer.SayAsync("How do I download my invoices?");

        await customer.WaitAsync(seen => seen.Replies.Any(LinksToInvoices), "a reply that links to the article");
    }

    private static async Task ClarifyAsync(WorkspaceClient workspace)
    {
        var customer = CustomerOf(workspace, Lead);
        await customer.SayAsync("card");
        var asked = await customer.WaitAsync(seen => seen.Offered.Count > 1, "buttons to choose from");

        await customer.ChooseAsync(asked.Offered[0]);

        await customer.WaitAsync(seen => seen.Replies.Count == 2, "a reply to the choice");
    }

    private static async Task HandOverAndGiveBackAsync(WorkspaceClient workspace)
    {
        var customer = CustomerOf(workspace, FrenchUser);
        await customer.SayAsync("Je voudrais parler à quelqu'un");
        var handedOver = await customer.WaitAsync(seen => seen.Replies.Count == 1, "a reply");
        handedOver.ByAssistant.Select(part => part.PartType).ShouldBe(["note", "assignment", "comment"]);
        handedOver.TeamAssigneeId.ShouldNotBeNull();

        // What a team does in a conversation, so that the assistant reads it later.
        await ActAsync(new { AdminId = Person.Camille, Action = "reply", Body = "<p>Bonjour, que puis-je faire pour vous ?</p>" });
        await ActAsync(new { AdminId = Person.Camille, Action = "note", Body = "<p>L'assistant peut reprendre.</p>" });
        await ActAsync(new { AdminId = Person.Camille, Action = "tag", Tag = "billing" });
        await ActAsync(new { AdminId = Person.Camille, Action = "close" });
        await workspace.RateAsync(customer.ConversationId, rating: 5);
        await ActAsync(new { AdminId = Person.Camille, Action = "give_back" });
        await customer.SayAsync("Comment télécharger mes factures ?");

        await customer.WaitAsync(seen => seen.Replies.Any(LinksToInvoices), "a reply that links to the article");

        Task ActAsync(object action) => workspace.ActAsync(customer.ConversationId, action);
    }

    private static Customer CustomerOf(WorkspaceClient workspace, string contactId) => new(workspace, contactId, ReplyDeadline);

    private static bool LinksToInvoices(Part reply) => reply.Articles.Contains(Invoices);

    private static async Task UnpublishAsync(WorkspaceClient workspace, DescriptionCheck check, CancellationToken cancellationToken)
    {
        await workspace.UnpublishArticleAsync(Invoices);
        await workspace.DeleteArticleAsync(GiftCards);

        await check.WaitForAsync("GET /articles/{id}", status: 200, cancellationToken);
        await check.WaitForAsync("GET /articles/{id}", status: 404, cancellationToken);
    }

    [Fact]
    public async Task WrongRequest_IsReported()
    {
        ConformanceTools.SkipWithoutDescription();
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var simulator = await RunningSimulator.StartAsync(cancellationToken);
        await using var check = await prism.CheckAsync(simulator.Address, cancellationToken);
        using var client = Client(check.Address);

        // What the assistant sends, but for admin_id.
        var reply = new { message_type = "comment", type = "admin", body = "<p>Hello</p>" };
        await client.PostAsJsonAsync("/conversations/1/reply", reply, cancellationToken);

        check.Differences.ShouldContain("POST /conversations/{id}/reply (404): request.body must have required property 'admin_id': ");
    }

    [Fact]
    public async Task WrongAnswers_AreReported()
    {
        ConformanceTools.SkipWithoutDescription();
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var simulator = await RunningSimulator.StartAsync(cancellationToken);
        var written = await simulator.Workspace.WriteAsync(EnglishUser, new Message("Hello"));
        var wrong = new Dictionary<string, string>
        {
            [$"/conversations/{written.ConversationId}"] = "source.body",
            ["/conversations"] = "conversations.*.source.body",
            ["/contacts"] = "data.*.role",
            ["/articles"] = "data.*.title",
            [$"/articles/{Invoices}"] = "title",
            ["/help_center/collections"] = "data.*.name",
            ["/teams"] = "teams.*.name",
        };
        await using var spoiler = new HttpRelay(
            answer => answer with { Body = Spoil(answer.Body, wrong[answer.Path].Split('.')) }, simulator.Address);
        await using var check = await prism.CheckAsync(spoiler.Address, cancellationToken);
        using var client = Client(check.Address);

        foreach (var path in wrong.Keys)
        {
            await client.GetAsync($"{path}?per_page=1", cancellationToken);
        }

        check.Differences.Count.ShouldBe(wrong.Count, string.Join('\n', check.Differences));
        foreach (var property in wrong.Values)
        {
            check.Differences.ShouldContain(difference => difference.EndsWith($": response.body.{property} must be string: [\"spoilt\"]"));
        }
    }

    private static HttpClient Client(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningSimulator.AccessToken);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.Add("Intercom-Version", "2.16");
        return client;
    }

    private static byte[] Spoil(byte[] body, ReadOnlySpan<string> path)
    {
        var document = JsonNode.Parse(body)!;
        var node = document;
        foreach (var step in path[..^1])
        {
            node = step == "*" ? node![0] : node![step];
        }

        node![path[^1]] = new JsonArray("spoilt");
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }
}
