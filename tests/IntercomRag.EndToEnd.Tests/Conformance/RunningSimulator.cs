using IntercomRag.EndToEnd.Tests.Workspace;
using IntercomRag.Testing;
using IntercomRag.Testing.Processes;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>A Simulator of a test's own.</summary>
internal sealed class RunningSimulator : IAsyncDisposable
{
    public const string AccessToken = "conformance-token";
    public const string ClientSecret = "conformance-secret";

    private readonly TestProcess _process;

    private RunningSimulator(TestProcess process, Uri address)
    {
        _process = process;
        Address = address;
        Workspace = new WorkspaceClient(address);
    }

    public Uri Address { get; }

    public WorkspaceClient Workspace { get; }

    /// <param name="webhooks">Where the receiver of webhooks will listen; none by default.</param>
    /// <param name="articles">An <c>articles.jsonl</c> instead of the demo workspace's articles.</param>
    /// <param name="settings">Environment variables on top of these.</param>
    public static async Task<RunningSimulator> StartAsync(
        CancellationToken cancellationToken, Uri? webhooks = null, string? articles = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var address = LocalPorts.FreeAddress();
        var environment = new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["Simulator__AccessToken"] = AccessToken,
            ["Simulator__ClientSecret"] = ClientSecret,
            ["Simulator__WebhookTarget"] = webhooks?.ToString() ?? "",
            ["Simulator__Articles"] = articles ?? "",
        };
        var process = await Programs.StartServiceAsync("IntercomRag.Simulator", address, environment, cancellationToken);
        return new RunningSimulator(process, address);
    }

    public async ValueTask DisposeAsync()
    {
        Workspace.Dispose();
        await _process.DisposeAsync();
    }
}
