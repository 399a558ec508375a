using System.Diagnostics;

namespace IntercomRag.AppHost.LocalHosting.Processes;

/// <summary>A process that lives no longer than this one: it holds the other end of a pipe (see <see cref="StartupHook"/>).</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int KeptLines = 12;

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly Action<string> _onLine;
    private readonly Queue<string> _lastLines = new();

    private ChildProcess(Process process, Action<string> onLine)
    {
        _process = process;
        _onLine = onLine;
        Exited = ExitAsync(PumpAsync(process.StandardOutput), PumpAsync(process.StandardError));
    }

    /// <summary>Completes with the exit code, when the last lines have been read.</summary>
    public Task<int> Exited { get; }

    /// <summary>The end of what the process wrote, for the report of its death.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_lastLines)
            {
                return [.. _lastLines];
            }
        }
    }

    /// <summary>Starts a .NET process and passes on the lines that it writes to its output and error streams.</summary>
    public static ChildProcess Start(ProcessStartInfo start, Action<string> onLine)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment[StartupHook.Variable] = typeof(StartupHook).Assembly.Location;
        return new ChildProcess(Process.Start(start)!, onLine);
    }

    /// <summary>Lets go of the lifeline, and kills what has not ended after <paramref name="patience"/> or when there is no more time at all.</summary>
    public async Task StopAsync(TimeSpan patience, TimeProvider time, CancellationToken now)
    {
        _process.StandardInput.Close();
        try
        {
            await Exited.WaitAsync(patience, time, now);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await Exited;
        }
    }

    public void Dispose() => _process.Dispose();

    private async Task PumpAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_lastLines)
            {
                _lastLines.Enqueue(line);
                if (_lastLines.Count > KeptLines)
                {
                    _lastLines.Dequeue();
                }
            }

            _onLine(line);
        }
    }

    private async Task<int> ExitAsync(params Task[] pumps)
    {
        await _process.WaitForExitAsync();

        // A process that the child left behind may hold its output open: do not wait for that one.
        await Task.WhenAny(Task.WhenAll(pumps), Task.Delay(LastWords, TimeProvider.System));
        return _process.ExitCode;
    }
}
