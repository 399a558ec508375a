using System.Diagnostics;
using IntercomRag.Testing.Processes;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>Starts what the conformance tests run beside them.</summary>
internal static class Programs
{
    /// <summary>For a start, or for reading a large Help Center, on a busy machine.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static TestProcess StartNode(string script, params IEnumerable<string> arguments) =>
        new(new ProcessStartInfo("node", [script, .. arguments]) { WorkingDirectory = ConformanceTools.Folder }) { Name = Path.GetFileName(script) };

    /// <summary>Starts a service of this solution and waits until it is healthy.</summary>
    public static async Task<TestProcess> StartServiceAsync(
        string project, Uri address, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var service = ServiceProcess.Start(project, address, settings);
        using var http = new HttpClient { BaseAddress = address };
        await service.WaitAsync(
            async () => (await http.GetAsync("/health", cancellationToken)).IsSuccessStatusCode, $"{project} is healthy", Deadline, cancellationToken);
        return service;
    }
}
