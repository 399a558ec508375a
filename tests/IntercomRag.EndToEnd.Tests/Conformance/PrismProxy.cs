using IntercomRag.Testing;
using IntercomRag.Testing.Processes;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>
/// Prism between a client and the Simulator: it hands everything on, and says in a header of the answer how request and answer differ from
/// the description. One for all tests, because reading the description takes it some seconds.
/// </summary>
public sealed class PrismProxy : IAsyncDisposable
{
    private readonly Uri _address = LocalPorts.FreeAddress();
    private readonly HttpRelay _behind = new(answer => answer);
    private TestProcess? _prism;

    /// <summary>Puts it in front of a server, in place of the one before.</summary>
    internal async Task<DescriptionCheck> CheckAsync(Uri server, CancellationToken cancellationToken)
    {
        _behind.Target = server;
        _prism ??= await StartAsync(cancellationToken);
        return new DescriptionCheck(_address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_prism is not null)
        {
            await _prism.DisposeAsync();
        }

        await _behind.DisposeAsync();
    }

    private async Task<TestProcess> StartAsync(CancellationToken cancellationToken)
    {
        var prism = Programs.StartNode(
            ConformanceTools.Prism, "proxy", "-h", _address.Host, "-p", $"{_address.Port}", ConformanceTools.Description, _behind.Address.ToString());
        await prism.WaitForOutputAsync("Prism is listening", Programs.Deadline, cancellationToken);
        return prism;
    }
}
