using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>
/// The one connection of a process, made at first use and repaired by the client library. Every operation ends within
/// <see cref="RedisOptions.OperationTimeout"/>, with a result or a <see cref="StorageUnavailableException"/>, and no more than
/// <see cref="RedisOptions.MaxPending"/> are under way.
/// </summary>
public sealed partial class RedisConnection(IOptions<RedisOptions> options, ILogger<RedisConnection> logger) : IAsyncDisposable
{
    /// <summary>How long the client library may take to repair a connection: longer than its connectTimeout.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private Task<ConnectionMultiplexer>? _connecting;
    private bool _disposed;
    private int _pending;
    private long _lastSign;
    private bool? _commits;

    /// <summary>
    /// Runs one operation that writes, and waits until it is on the server's disk. Redis waits by itself, as its <c>appendfsync</c> says. Garnet
    /// can too (<c>--aof-commit-wait</c>), but then waits after each command inside of a script; here it is asked once, when the script is done.
    /// </summary>
    /// <inheritdoc cref="RunAsync"/>
    public Task<T> WriteAsync<T>(Func<IDatabase, Task<T>> operation, CancellationToken cancellationToken) => RunAsync(
        async database =>
        {
            _commits ??= await IsGarnetAsync(database);
            var result = await operation(database);
            if (_commits is true)
            {
                await database.ExecuteAsync("COMMITAOF");
            }

            return result;
        },
        cancellationToken);

    /// <summary>Runs one operation.</summary>
    /// <exception cref="StorageUnavailableException">It did not succeed in time. It may still have been carried out.</exception>
    public async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> operation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // The network knows nothing of a test's fake time, so this timeout is real time. The library's own one does not cover
            // asynchronous operations before version 2.
            var result = await CountAsync(operation).WaitAsync(options.Value.OperationTimeout, cancellationToken);
            Volatile.Write(ref _lastSign, Stopwatch.GetTimestamp());
            return result;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            if (exception is not RedisServerException)
            {
                ReplaceWhenStuck();
            }

            throw new StorageUnavailableException(
                $"Redis ({RedisOptions.ConnectionName}) did not carry out an operation: {Describe(exception)}.", exception);
        }
    }

    /// <summary>Asks the server for a sign of life and returns the round trip.</summary>
    /// <exception cref="StorageUnavailableException">None came.</exception>
    public Task<TimeSpan> PingAsync(CancellationToken cancellationToken) => RunAsync(database => database.PingAsync(), cancellationToken);

    /// <summary>Whether the server can be written to: one that is full, read-only or cannot write to its disk still answers.</summary>
    /// <exception cref="StorageUnavailableException">It cannot.</exception>
    public Task ProbeAsync(CancellationToken cancellationToken) =>
        WriteAsync(database => database.StringSetAsync("health", "1", TimeSpan.FromMinutes(1)), cancellationToken);

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
            await CloseAsync(connecting);
        }
    }

    // "# Server\r\nredis_version:7.4.3\r\ngarnet_version:2.2.8\r\n..."
    private static async Task<bool> IsGarnetAsync(IDatabase database)
    {
        try
        {
            return ((string?)await database.ExecuteAsync("INFO", "server"))?.Contains("garnet_version", StringComparison.Ordinal) ?? false;
        }
        catch (RedisServerException)
        {
            // A managed Redis that does not let everybody ask.
            return false;
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

    /// <summary>
    /// An operation that nobody waits for any more still holds memory until the client library gives it up, so it is counted until then: a server
    /// that hangs costs a bounded number of them, and whoever comes after is refused at once.
    /// </summary>
    private async Task<T> CountAsync<T>(Func<IDatabase, Task<T>> operation)
    {
        try
        {
            return Interlocked.Increment(ref _pending) <= options.Value.MaxPending
                ? await ConnectAndRunAsync(operation)
                : throw new TimeoutException($"{options.Value.MaxPending} operations are waiting for it.");
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }

    // The server's word for what is wrong is the first one: "OOM command not allowed when used memory > 'maxmemory'", "READONLY You can't write
    // against a read only replica", "MISCONF Errors writing to the AOF file".
    private static string Describe(Exception exception) => exception switch
    {
        RedisServerException => $"{nameof(RedisServerException)} {exception.Message.Split(' ', 2)[0]}",
        TimeoutException when exception is not RedisTimeoutException => exception.Message.TrimEnd('.'),
        _ => exception.GetType().Name,
    };

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

    /// <summary>
    /// The client library repairs its connections by itself, except when the server goes away again right after it came back: then version
    /// 1.2.6 takes the connection for established and never tries again. A new one is the way out.
    /// </summary>
    private void ReplaceWhenStuck()
    {
        Task<ConnectionMultiplexer> stuck;
        lock (_gate)
        {
            if (_disposed
                || _connecting is not { IsCompletedSuccessfully: true } open
                || Stopwatch.GetElapsedTime(Volatile.Read(ref _lastSign)) < s_patience)
            {
                return;
            }

            (stuck, _connecting) = (open, null);
        }

        LogReplaced(s_patience.TotalSeconds);
        _ = CloseAsync(stuck);
    }

    private async Task CloseAsync(Task<ConnectionMultiplexer> connecting)
    {
        try
        {
            var multiplexer = await connecting;
            await multiplexer.CloseAsync(allowCommandsToComplete: false);
            multiplexer.Dispose();
        }
        catch (Exception exception)
        {
            LogNotClosed(exception);
        }
    }

    private async Task<ConnectionMultiplexer> OpenAsync()
    {
        var multiplexer = await ConnectionMultiplexer.ConnectAsync(Configure(options.Value));
        Volatile.Write(ref _lastSign, Stopwatch.GetTimestamp());
        multiplexer.ConnectionFailed += (_, failure) => LogLost(failure.FailureType);
        multiplexer.ConnectionRestored += (_, _) => LogRestored();
        return multiplexer;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No answer from Redis for {Seconds} s; connecting anew")]
    private partial void LogReplaced(double seconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A connection to Redis could not be closed")]
    private partial void LogNotClosed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Connection to Redis lost: {Failure}")]
    private partial void LogLost(ConnectionFailureType failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Connection to Redis restored")]
    private partial void LogRestored();
}
