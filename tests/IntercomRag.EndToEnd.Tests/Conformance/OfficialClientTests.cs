using System.Text.Json;
using IntercomRag.EndToEnd.Tests.Workspace;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>Intercom's own client for Node.js reads the Simulator as it would read Intercom.</summary>
[Collection(ConformanceCollection.Name)]
public sealed class OfficialClientTests(PrismProxy prism, ITestOutputHelper output)
{
    private const int Conversations = 20;

    // Several pages of each list.
    private const int PageSize = 6;

    // Prism does not name more than about forty differences in an answer, and each conversation has a dozen false alarms.
    private const int CheckedPageSize = 2;

    private static readonly string Script = Path.Combine(ConformanceTools.Folder, "read-all.mjs");

    [Fact]
    public async Task OfficialClient_ToTheLastPage_ReadsTheWholeWorkspace()
    {
        ConformanceTools.SkipWithoutPackages();
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var simulator = await RunningSimulator.StartAsync(cancellationToken);
        await FillAsync(simulator.Workspace);

        var read = await ReadAllAsync(simulator.Address, PageSize, cancellationToken);

        foreach (var (list, ids) in await ContentsAsync(simulator.Workspace))
        {
            output.WriteLine($"{read[list].Length,4} {list}");
            ids.Length.ShouldBeGreaterThan(PageSize, list);
            read[list].ShouldBe(ids, ignoreOrder: true, list);
        }
    }

    [Fact]
    public async Task OfficialClient_ReadingAll_FollowsTheDescription()
    {
        ConformanceTools.SkipWithoutDescription();
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var simulator = await RunningSimulator.StartAsync(cancellationToken);
        await FillAsync(simulator.Workspace);
        await using var check = await prism.CheckAsync(simulator.Address, cancellationToken);

        await ReadAllAsync(check.Address, CheckedPageSize, cancellationToken);

        check.WriteTo(output);
        check.Differences.ShouldBeEmpty();
    }

    private static async Task FillAsync(WorkspaceClient workspace)
    {
        var contacts = (await workspace.GetAsync("workspace")).GetProperty("contacts");
        for (var i = 0; i < Conversations; i++)
        {
            var contact = contacts[i % contacts.GetArrayLength()].GetProperty("id").GetString()!;
            await workspace.WriteAsync(contact, new Message($"Question {i}"));
        }
    }

    private static async Task<Dictionary<string, string[]>> ReadAllAsync(Uri address, int pageSize, CancellationToken cancellationToken)
    {
        await using var client = Programs.StartNode(Script, address.ToString(), RunningSimulator.AccessToken, $"{pageSize}");
        var code = await client.WaitForExitAsync(cancellationToken);
        code.ShouldBe(0, client.Output);
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(client.Output)!;
    }

    /// <summary>The ids that the control API names, by list.</summary>
    private static async Task<Dictionary<string, string[]>> ContentsAsync(WorkspaceClient workspace)
    {
        var whole = await workspace.GetAsync("workspace");
        return new Dictionary<string, string[]>
        {
            ["conversations"] = Ids(await workspace.GetAsync("record")),
            ["contacts"] = Ids(whole.GetProperty("contacts")),
            ["collections"] = Ids(whole.GetProperty("collections")),
            ["articles"] = Ids(await workspace.GetAsync("articles?limit=10000")),
        };
    }

    // An article has a row for each of its languages.
    private static string[] Ids(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetProperty("id").GetString()!).Distinct()];
}
