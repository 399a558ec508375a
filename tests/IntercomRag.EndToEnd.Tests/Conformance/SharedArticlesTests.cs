using System.Text;
using System.Text.RegularExpressions;
using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>Help Centers of real size and markup, from the reference data outside the repository.</summary>
[Collection(ConformanceCollection.Name)]
public sealed partial class SharedArticlesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task EachArticlesFile_Synced_IsInTheIndexWithoutAnError()
    {
        var missing = SharedData.Missing("data");
        Assert.SkipWhen(missing is not null, missing ?? "");
        var files = Directory.GetFiles(SharedData.PathTo("data"), "articles.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        Assert.SkipWhen(files.Length == 0, $"No articles.jsonl is in {SharedData.PathTo("data")}.");

        var failures = new StringBuilder();
        output.WriteLine("| set | lines | articles | chunks | skipped | errors | seconds |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var file in files)
        {
            failures.Append(await SyncAsync(file, TestContext.Current.CancellationToken));
        }

        failures.ToString().ShouldBeEmpty();
    }

    /// <returns>What went wrong; empty when nothing did.</returns>
    private async Task<string> SyncAsync(string file, CancellationToken cancellationToken)
    {
        await using var simulator = await RunningSimulator.StartAsync(cancellationToken, articles: file);
        await using var assistant = await RunningAssistant.StartAsync(simulator.Address, cancellationToken);
        var sync = await assistant.WaitForSyncAsync(cancellationToken);
        var (articles, chunks) = IndexFile.Count(assistant.IndexPath);

        var name = Path.GetFileName(Path.GetDirectoryName(file));
        var lines = (await File.ReadAllLinesAsync(file, cancellationToken)).Count(line => line.Length > 0);
        output.WriteLine($"| {name} | {lines} | {articles} | {chunks} | {sync.Skipped} | {sync.Errors} | {sync.Seconds:F1} |");
        return sync is { Complete: true, Errors: 0 }
            && articles == sync.Synced
            && articles + sync.Skipped == lines
            && chunks >= articles
            && !Complaint().IsMatch(assistant.WorkerLog)
            ? ""
            : $"{name}: {lines} lines, {sync}, {articles} articles, {chunks} chunks\n{assistant.WorkerLog}\n";
    }

    // "fail: IntercomRag.Core.Knowledge.Sync.ArticleApplier[1]"
    [GeneratedRegex(@"^(warn|fail|crit): IntercomRag\.(Core|Worker)\.Knowledge", RegexOptions.Multiline)]
    private static partial Regex Complaint();
}
