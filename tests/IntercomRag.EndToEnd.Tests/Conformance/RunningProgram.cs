using System.Diagnostics;
using System.Text;
using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>A program that a test starts: its output is kept, and it ends with the test.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _output = new();
    private readonly Process _process;
    private readonly string _name;

    private RunningProgram(string name, ProcessStartInfo start)
    {
        _name = name;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start.");
        _process.OutputDataReceived += Collect;
        _process.ErrorDataReceived += Collect;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        // A test host that ends without disposing must not leave programs behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
    }

    /// <summary>What it has written so far, to both streams.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static RunningProgram StartNode(string script, params IEnumerable<string> arguments) =>
        new(Path.GetFileName(script), new ProcessStartInfo("node", [script, .. arguments]) { WorkingDirectory = ConformanceTools.Folder });

    /// <summary>Starts a service of this solution, as it was built with the tests, and waits until it is healthy.</summary>
    public static async Task<RunningProgram> StartServiceAsync(
        string project, Uri address, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var program = Path.Combine(RepositoryRoot.Folder, "artifacts", "bin", project, BuildConfiguration, $"{project}.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = Path.GetDirectoryName(program)! };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var service = new RunningProgram(project, start);
        using var http = new HttpClient();
        var health = new Uri(address, "/health");
        await service.WaitAsync(
            async _ => (await http.GetAsync(health, cancellationToken)).IsSuccessStatusCode, $"{project} is healthy", StartDeadline, cancellationToken);
        return service;
    }

    /// <summary>Waits until its output contains <paramref name="text"/>.</summary>
    public Task WaitForOutputAsync(string text, CancellationToken cancellationToken) =>
        WaitAsync(output => Task.FromResult(output.Contains(text, StringComparison.Ordinal)), $"{_name} wrote '{text}'", StartDeadline, cancellationToken);

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        End();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // The tests and the services are built with the same configuration: .../artifacts/bin/<project>/<configuration>/
    private static string BuildConfiguration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private async Task WaitAsync(Func<string, Task<bool>> condition, string description, TimeSpan deadline, CancellationToken cancellationToken)
    {
        await Eventually.HoldsAsync(async () => _process.HasExited || await condition(Output), deadline, cancellationToken, description);
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"{_name} ended by itself with code {_process.ExitCode}:\n{Output}");
        }
    }

    private void Collect(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }

    private void End()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // Ended by itself already.
        }
    }
}
