using System.Text.Json;

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
        await using var workspace = await SimulatedWorkspace.StartAsync(cancellationToken);
        await FillAsync(workspace, cancellationToken);

        var read = await ReadAllAsync(workspace.Address, PageSize, cancellationToken);

        foreach (var (list, ids) in await ContentsAsync(workspace, cancellationToken))
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
        await using var workspace = await SimulatedWorkspace.StartAsync(cancellationToken);
        await FillAsync(workspace, cancellationToken);
        await using var check = await prism.CheckAsync(workspace.Address, cancellationToken);

        await ReadAllAsync(check.Address, CheckedPageSize, cancellationToken);

        check.WriteTo(output);
        check.Differences.ShouldBeEmpty();
    }

    private static async Task FillAsync(SimulatedWorkspace workspace, CancellationToken cancellationToken)
    {
        var contacts = (await workspace.GetAsync("workspace", cancellationToken)).GetProperty("contacts");
        for (var i = 0; i < Conversations; i++)
        {
            var contact = contacts[i % contacts.GetArrayLength()].GetProperty("id").GetString()!;
            await workspace.WriteAsync(contact, $"Question {i}", cancellationToken);
        }
    }

    private static async Task<Dictionary<string, string[]>> ReadAllAsync(Uri address, int pageSize, CancellationToken cancellationToken)
    {
        await using var client = RunningProgram.StartNode(Script, address.ToString(), SimulatedWorkspace.AccessToken, $"{pageSize}");
        var code = await client.WaitForExitAsync(cancellationToken);
        code.ShouldBe(0, client.Output);
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(client.Output)!;
    }

    /// <summary>The ids that the control API names, by list.</summary>
    private static async Task<Dictionary<string, string[]>> ContentsAsync(SimulatedWorkspace workspace, CancellationToken cancellationToken)
    {
        var whole = await workspace.GetAsync("workspace", cancellationToken);
        return new Dictionary<string, string[]>
        {
            ["conversations"] = Ids(await workspace.GetAsync("record", cancellationToken)),
            ["contacts"] = Ids(whole.GetProperty("contacts")),
            ["collections"] = Ids(whole.GetProperty("collections")),
            ["articles"] = Ids(await workspace.GetAsync("articles?limit=10000", cancellationToken)),
        };
    }

    // An article has a row for each of its languages.
    private static string[] Ids(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetProperty("id").GetString()!).Distinct()];
}
