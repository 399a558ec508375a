using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>The Redis server; well when it answers PING, its data read again.</summary>
internal sealed class CacheVictim(CacheServer server, string name, LogFolder logs, PeakMemory memory) : IVictim, IAsyncDisposable
{
    public string Name => name;

    public string ConnectionString => server.ConnectionString;

    public int Port => server.Port;

    public bool IsRunning => server.ProcessId is not null;

    public Task StartAsync(CancellationToken cancellationToken) => server.StartAsync(cancellationToken);

    public async Task KillAsync()
    {
        if (server.ProcessId is { } id)
        {
            memory.Read(Name, id);
        }

        logs.Append(Name, server.Output);
        await server.KillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await server.DisposeAsync();
    }
}
