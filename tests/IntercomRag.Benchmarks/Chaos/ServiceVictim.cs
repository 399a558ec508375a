using IntercomRag.Testing.Processes;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>A service of the product; well when /health says so.</summary>
internal sealed class ServiceVictim(
    string project, Uri address, IReadOnlyDictionary<string, string> settings, LogFolder logs, PeakMemory memory) : IVictim, IAsyncDisposable
{
    private static readonly TimeSpan s_startDeadline = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(2) };
    private TestProcess? _process;

    public string Name => project.Split('.')[^1];

    public Uri Address => address;

    public bool IsRunning => _process is { HasExited: false };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _process = ServiceProcess.Start(project, address, new Dictionary<string, string>(settings)
        {
            ["Logging__Console__FormatterName"] = "simple",
            ["Logging__Console__FormatterOptions__TimestampFormat"] = "HH:mm:ss.fff ",
        });
        return _process.WaitAsync(() => IsWellAsync(cancellationToken), $"{Name} is healthy", s_startDeadline, cancellationToken);
    }

    public Task WaitForOutputAsync(string text, CancellationToken cancellationToken) =>
        _process!.WaitForOutputAsync(text, s_startDeadline, cancellationToken);

    public async Task KillAsync()
    {
        if (_process is not { } process)
        {
            return;
        }

        memory.Read(Name, process.Id);
        await process.DisposeAsync();
        logs.Append(Name, process.Output);
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _http.Dispose();
    }

    private async Task<bool> IsWellAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync("/health", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It did not answer in time.
            return false;
        }
    }
}
