using IntercomRag.EndToEnd.Tests.Conformance;
using IntercomRag.EndToEnd.Tests.Workspace;
using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Faults;

/// <summary>
/// API, worker, Garnet and a Simulator whose faults hit all of them: one start for the tests of this collection, which run one after another.
/// </summary>
public sealed class FaultyProduct : IAsyncLifetime
{
    private RunningSimulator? _simulator;
    private RunningAssistant? _assistant;

    internal WorkspaceClient Workspace => _simulator!.Workspace;

    /// <summary>What worker and API have logged.</summary>
    internal string Log => _assistant!.Log;

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var api = LocalPorts.FreeAddress();
        _simulator = await RunningSimulator.StartAsync(cancellationToken, api, settings: ShortTimes.Simulator);
        _assistant = await RunningAssistant.StartAsync(_simulator.Address, cancellationToken, api, ShortTimes.Services);
        await _assistant.WaitForSyncAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_assistant is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(RepositoryRoot.Folder, "artifacts", "faults.log"), Log);
            await _assistant.DisposeAsync();
        }

        if (_simulator is not null)
        {
            await _simulator.DisposeAsync();
        }
    }

    /// <summary>Some customers ask, and some ask for a person; each writes once.</summary>
    internal async Task<Crowd> AskAsync() => await Crowd.WriteAsync(this);

    /// <summary>Somebody new.</summary>
    internal async Task<Customer> CustomerAsync(string language = "en") =>
        new(Workspace, await Workspace.CreateContactAsync("Nora Lindqvist", language, "user"), Crowd.Deadline);
}
