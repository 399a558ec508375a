using System.Diagnostics;

namespace IntercomRag.Testing.Processes;

/// <summary>A process that a test starts: what it writes is kept, and it ends with the test host at the latest.</summary>
public sealed class TestProcess : IAsyncDisposable
{
    private readonly List<string> _lines = [];
    private readonly Process _process;

    /// <param name="start">Program, arguments and environment; both output streams are redirected here.</param>
    public TestProcess(ProcessStartInfo start)
    {
        Name = Path.GetFileName(start.FileName);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{Name} did not start.");
        _process.OutputDataReceived += Collect;
        _process.ErrorDataReceived += Collect;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += EndWithHost;
    }

    /// <summary>For messages; the program's file by default.</summary>
    public string Name { get; init; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What it and its children have written until now, to both streams.</summary>
    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>Waits until the condition holds; a process that does not come that far is killed.</summary>
    /// <exception cref="InvalidOperationException">It ended first; the message has its output.</exception>
    /// <exception cref="TimeoutException">It took too long; the message has its output.</exception>
    public async Task WaitAsync(Func<Task<bool>> condition, string description, TimeSpan deadline, CancellationToken cancellationToken = default)
    {
        try
        {
            await Eventually.HoldsAsync(async () => HasExited || await condition(), deadline, cancellationToken, description);
        }
        catch (TimeoutException late)
        {
            Kill();
            throw new TimeoutException($"{late.Message}\n{Output}", late);
        }

        if (HasExited)
        {
            throw new InvalidOperationException($"{Name} ended with code {_process.ExitCode} before this: {description}. Its output:\n{Output}");
        }
    }

    /// <summary>Waits as <see cref="WaitAsync"/> does until the output contains <paramref name="text"/>.</summary>
    public Task WaitForOutputAsync(string text, TimeSpan deadline, CancellationToken cancellationToken = default) =>
        WaitAsync(() => Task.FromResult(Output.Contains(text, StringComparison.Ordinal)), $"{Name} says '{text}'", deadline, cancellationToken);

    /// <summary>Waits until it has ended by itself, and whoever writes to its output too.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken = default)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it and its children as a crash would: nothing is flushed, nothing is saved.</summary>
    public void Kill()
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

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithHost;
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void EndWithHost(object? sender, EventArgs e) => Kill();

    private void Collect(object sender, DataReceivedEventArgs line)
    {
        // Null at the end of the stream.
        if (line.Data is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line.Data);
        }
    }
}
