using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>
/// The one connection of a process, made at first use and repaired by the client library. Every operation ends within
/// <see cref="RedisOptions.OperationTimeout"/>, with a result or a <see cref="StorageUnavailableException"/>.
/// </summary>
public sealed partial class RedisConnection(IOptions<RedisOptions> options, ILogger<RedisConnection> logger) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Task<ConnectionMultiplexer>? _connecting;
    private bool _disposed;

    /// <summary>Runs one operation.</summary>
    /// <exception cref="StorageUnavailableException">It did not succeed in time. It may still have been carried out.</exception>
    public async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> operation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // The network knows nothing of a test's fake time, so this timeout is real time. The library's own one does not cover
            // asynchronous operations before version 2.
            return await ConnectAndRunAsync(operation).WaitAsync(options.Value.OperationTimeout, cancellationToken);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            throw new StorageUnavailableException(
                $"Redis ({RedisOptions.ConnectionName}) did not carry out an operation: {exception.GetType().Name}.", exception);
        }
    }

    /// <summary>Asks the server for a sign of life and returns the round trip.</summary>
    /// <exception cref="StorageUnavailableException">None came.</exception>
    public Task<TimeSpan> PingAsync(CancellationToken cancellationToken) => RunAsync(database => database.PingAsync(), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Task<ConnectionMultiplexer>? connecting;
        lock (_gate)
        {
            _disposed = true;
            connecting = _connecting;
        }

        if (connecting is { IsCompletedSuccessfully: true })
        {
            var multiplexer = await connecting;
            await multiplexer.CloseAsync();
            multiplexer.Dispose();
        }
    }

    internal static ConfigurationOptions Configure(RedisOptions options)
    {
        // Later values win, so the connection string can still say otherwise.
        var configuration = ConfigurationOptions.Parse($"connectTimeout=2000,keepAlive=10,{options.ConnectionString}");

        // A service that starts before its server waits for it; its health check says so meanwhile.
        configuration.AbortOnConnectFail = false;
        return configuration;
    }

    private async Task<T> ConnectAndRunAsync<T>(Func<IDatabase, Task<T>> operation)
    {
        var multiplexer = await ConnectAsync();
        return await operation(multiplexer.GetDatabase());
    }

    private Task<ConnectionMultiplexer> ConnectAsync()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _connecting is null or { IsFaulted: true } or { IsCanceled: true } ? _connecting = OpenAsync() : _connecting;
        }
    }

    private async Task<ConnectionMultiplexer> OpenAsync()
    {
        var multiplexer = await ConnectionMultiplexer.ConnectAsync(Configure(options.Value));
        multiplexer.ConnectionFailed += (_, failure) => LogLost(failure.FailureType);
        multiplexer.ConnectionRestored += (_, _) => LogRestored();
        return multiplexer;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Connection to Redis lost: {Failure}")]
    private partial void LogLost(ConnectionFailureType failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Connection to Redis restored")]
    private partial void LogRestored();
}
