using System.Diagnostics;
using IntercomRag.Testing;
using IntercomRag.Testing.Processes;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>Starts what the conformance tests run beside them.</summary>
internal static class Programs
{
    /// <summary>For a start, or for reading a large Help Center, on a busy machine.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static TestProcess StartNode(string script, params IEnumerable<string> arguments) =>
        new(new ProcessStartInfo("node", [script, .. arguments]) { WorkingDirectory = ConformanceTools.Folder }) { Name = Path.GetFileName(script) };

    /// <summary>The program of a service of this solution, as it was built with the tests.</summary>
    public static string ServicePath(string project)
    {
        // Both are built with the same configuration: .../artifacts/bin/<project>/<configuration>/
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(RepositoryRoot.Folder, "artifacts", "bin", project, configuration, $"{project}.dll");
    }

    /// <summary>Starts a service of this solution and waits until it is healthy.</summary>
    public static async Task<TestProcess> StartServiceAsync(
        string project, Uri address, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var program = ServicePath(project);
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = Path.GetDirectoryName(program)! };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var service = new TestProcess(start) { Name = project };
        using var http = new HttpClient { BaseAddress = address };
        await service.WaitAsync(
            async () => (await http.GetAsync("/health", cancellationToken)).IsSuccessStatusCode, $"{project} is healthy", Deadline, cancellationToken);
        return service;
    }
}
