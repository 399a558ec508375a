using System.Diagnostics;
using IntercomRag.EndToEnd.Tests.Product;
using IntercomRag.EndToEnd.Tests.Workspace;
using IntercomRag.Testing;

[assembly: AssemblyFixture(typeof(RunningProduct))]

// Flows mostly wait for the assistant's burst window; several at once cost little.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace IntercomRag.EndToEnd.Tests.Product;

/// <summary>One start of the product for all tests. Each test brings its own customer, so that none sees another's conversation.</summary>
public class RunningProduct : IAsyncLifetime
{
    private readonly ProductProcess _process;
    private bool _cameUp;

    public RunningProduct()
    {
        var clock = Stopwatch.StartNew();
        _process = ProductProcess.Start();
        Workspace = new WorkspaceClient(_process.Simulator);
        Times = new StartTimes(clock);
    }

    internal WorkspaceClient Workspace { get; }

    internal StartTimes Times { get; }

    internal Uri Messenger => _process.Simulator;

    internal Uri Inbox => new(_process.Simulator, "/inbox");

    internal Uri Api => _process.Api;

    /// <summary>Folder of the spans of all processes.</summary>
    internal string Traces => _process.Traces;

    public async ValueTask InitializeAsync()
    {
        await _process.WaitForLineAsync("Everything is ready");
        Times.Ready = Times.Clock.Elapsed;
        // KnowledgeSync: "Full sync: 121 synced, 0 unchanged, 0 removed, 8 skipped, 0 errors in 1.4 s; complete: True"
        await _process.WaitForLineAsync("complete: True");
        Times.Synced = Times.Clock.Elapsed;
        var customer = await CustomerAsync("fr");
        await customer.AskAsync("Combien d'appareils faut-il pour la double authentification ?");
        Times.FirstReply = Times.Clock.Elapsed;
        _cameUp = true;
    }

    /// <summary>Somebody new, whom no other test knows.</summary>
    internal async Task<Customer> CustomerAsync(string language, string name = "Nora Lindqvist", string role = "user") =>
        new(Workspace, await Workspace.CreateContactAsync(name, language, role));

    /// <summary>
    /// Waits until the product has surely seen everything that was written before: somebody who writes after it has been answered,
    /// and no webhook waits.
    /// </summary>
    internal async Task SettleAsync()
    {
        var sentinel = await CustomerAsync("en", "Ines Sentinel");
        await sentinel.AskAsync("How do I add a closing day to the schedule?");
        await Eventually.HoldsAsync(async () => await Workspace.WaitingWebhooksAsync() == 0);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Workspace.Dispose();
        try
        {
            if (_cameUp)
            {
                await _process.StopAsync();
                ErrorsIn(_process.Output).ShouldBeEmpty("the product logged errors while the tests ran");
            }
        }
        finally
        {
            await File.WriteAllTextAsync(Path.Combine(RepositoryRoot.Folder, "artifacts", $"end-to-end-{GetType().Name}.log"), _process.Output);
            await _process.DisposeAsync();
        }
    }

    // "api        | fail: IntercomRag.Core.…[1]", and its message in the next line of the same service
    private static IEnumerable<string> ErrorsIn(string output)
    {
        var lines = output.Split('\n');
        return lines.Index().Where(line => IsError(line.Item)).Select(line => string.Join('\n', lines.Skip(line.Index).Take(2)));
    }

    private static bool IsError(string line) =>
        line.Contains("| fail: ", StringComparison.Ordinal)
        || line.Contains("| crit: ", StringComparison.Ordinal)
        || line.Contains("Unhandled exception", StringComparison.Ordinal);
}
