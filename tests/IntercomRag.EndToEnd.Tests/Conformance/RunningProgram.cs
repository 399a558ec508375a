using System.Diagnostics;
using System.Text;
using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>A program that a test starts: its output is kept, and it ends with the test.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    /// <summary>For a start, or for reading a large Help Center, on a busy machine.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

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

    /// <summary>The program of a service of this solution, as it was built with the tests.</summary>
    public static string ServicePath(string project)
    {
        // Both are built with the same configuration: .../artifacts/bin/<project>/<configuration>/
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(RepositoryRoot.Folder, "artifacts", "bin", project, configuration, $"{project}.dll");
    }

    /// <summary>Starts a service of this solution and waits until it is healthy.</summary>
    public static async Task<RunningProgram> StartServiceAsync(
        string project, Uri address, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var program = ServicePath(project);
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = Path.GetDirectoryName(program)! };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var service = new RunningProgram(project, start);
        using var http = new HttpClient { BaseAddress = address };
        await service.WaitAsync(
            async () => (await http.GetAsync("/health", cancellationToken)).IsSuccessStatusCode, $"{project} is healthy", cancellationToken);
        return service;
    }

    /// <summary>Waits until its output contains <paramref name="text"/>.</summary>
    public Task WaitForOutputAsync(string text, CancellationToken cancellationToken) =>
        WaitAsync(() => Task.FromResult(Output.Contains(text, StringComparison.Ordinal)), $"{_name} wrote '{text}'", cancellationToken);

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

    // Ends the program when it does not come that far: nobody else has hold of it yet, or has a use for it.
    private async Task WaitAsync(Func<Task<bool>> condition, string description, CancellationToken cancellationToken)
    {
        try
        {
            await Eventually.HoldsAsync(async () => _process.HasExited || await condition(), Deadline, cancellationToken, description);
        }
        catch (TimeoutException late)
        {
            End();
            throw new TimeoutException($"{late.Message}\n{Output}", late);
        }

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
