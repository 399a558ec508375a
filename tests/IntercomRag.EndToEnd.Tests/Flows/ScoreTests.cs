using System.Text.Json;
using System.Text.Json.Nodes;
using IntercomRag.EndToEnd.Tests.Product;
using IntercomRag.EndToEnd.Tests.Workspace;
using IntercomRag.Eval.Commands;
using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Flows;

/// <summary>What the running system's traces score is what a replay of the same conversations scores.</summary>
public sealed class ScoreTests(RunningProduct product)
{
    private const int Conversations = 12;

    // Handovers tell the opening hours, which depend on when the test runs.
    private const string ByTheClock = "answer.length";

    [Fact]
    public async Task Score_OfTheRunningSystem_EqualsTheReplay()
    {
        var folder = Directory.CreateTempSubdirectory("score-");
        var labels = Path.Combine(folder.FullName, "labels.jsonl");
        var records = await Task.WhenAll(FirstMessages().Select(SayAsync));
        await File.WriteAllLinesAsync(labels, records, TestContext.Current.CancellationToken);

        await Eventually.HoldsAsync(
            async () => await RunAsync("score", "--traces", product.Traces, "--conversations", labels, "--articles", "demo", "--agents", "Human", "--out", folder.FullName) == 0
                && Metrics(folder.FullName)["decision.accuracy"]!["n"]!.GetValue<int>() == Conversations,
            TimeSpan.FromSeconds(30),
            TestContext.Current.CancellationToken,
            "all turns are in the traces");
        var (scored, happened) = (Metrics(folder.FullName), Outcomes(folder.FullName));
        (await RunAsync("run", "--conversations", labels, "--agents", "Human", "--out", folder.FullName)).ShouldBe(0);
        var replayed = Metrics(folder.FullName);

        happened.ShouldBe(Outcomes(folder.FullName));
        scored.Select(metric => metric.Key).ShouldBe(replayed.Select(metric => metric.Key));
        foreach (var (name, value) in scored.Where(metric => metric.Key != ByTheClock))
        {
            value!.ToJsonString().ShouldBe(replayed[name]!.ToJsonString(), name);
        }

        folder.Delete(recursive: true);
    }

    // Conversations of one message: what the assistant said before is its own matter when it runs.
    private static IEnumerable<JsonNode> FirstMessages() => File.ReadLines(Path.Combine(RepositoryRoot.Folder, "eval", "conversations.jsonl"))
        .Select(line => JsonNode.Parse(line)!)
        .Where(record => record["turns"]!.AsArray().Count == 1 && record["turns"]![0]!["text"]!.GetValue<string>().Any(char.IsLetter))
        .Where((_, i) => i % 15 == 0)
        .Take(Conversations);

    /// <returns>The record with Intercom's id of the conversation.</returns>
    private async Task<string> SayAsync(JsonNode record)
    {
        var contact = record["contact"];
        var id = await product.Workspace.CreateContactAsync(
            contact?["name"]?.GetValue<string>(), language: null, contact?["role"]?.GetValue<string>() ?? "user", contact?["segments"]);
        var customer = new Customer(product.Workspace, id);
        await customer.AskAsync(record["turns"]![0]!["text"]!.GetValue<string>());
        record["conversation_id"] = customer.ConversationId;
        return record.ToJsonString(new JsonSerializerOptions { WriteIndented = false });
    }

    private static Task<int> RunAsync(params string[] args) =>
        EvalCommands.RunAsync(args, TextWriter.Null, TextWriter.Null, isWatched: false, TestContext.Current.CancellationToken);

    // Conversation, what was done, why, and from which passages: what the metrics are made of, and more telling when it differs.
    private static string[] Outcomes(string folder) =>
    [
        .. JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["conversations"]!.AsArray().Select(conversation =>
            $"{conversation!["id"]}: {conversation["got"]!["action"]} {conversation["got"]!["rule"]} {conversation["got"]!["language"]} "
            + string.Join(' ', conversation["passages"]!.AsArray().Take(3).Select(passage => passage!["id"]))),
    ];

    private static JsonObject Metrics(string folder) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["metrics"]!.AsObject();
}
