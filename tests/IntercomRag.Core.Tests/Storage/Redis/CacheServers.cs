using IntercomRag.Core.Storage.Redis;
using IntercomRag.Core.Tests.Storage.Redis;
using IntercomRag.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(CacheServers))]

namespace IntercomRag.Core.Tests.Storage.Redis;

/// <summary>One server of each kind for all tests, started by the first test that needs it.</summary>
public sealed class CacheServers : IAsyncDisposable
{
    private readonly Lazy<Task<Running>> _garnet = new(() => StartAsync(ServerKind.Garnet));
    private readonly Lazy<Task<Running>> _redis = new(() => StartAsync(ServerKind.Redis));

    /// <summary>A server for one test alone, not started, which that test may kill.</summary>
    public static CacheServer Create(ServerKind kind) => kind == ServerKind.Garnet ? new GarnetServer() : new RedisServer();

    public static RedisConnection Connect(string connectionString, TimeSpan? timeout = null) => new(
        Options.Create(new RedisOptions { ConnectionString = connectionString, OperationTimeout = timeout ?? TimeSpan.FromSeconds(4) }),
        NullLogger<RedisConnection>.Instance);

    public async Task<RedisConnection> ConnectAsync(ServerKind kind) => (await Lazy(kind).Value).Connection;

    public async ValueTask DisposeAsync()
    {
        foreach (var lazy in new[] { _garnet, _redis }.Where(lazy => lazy.IsValueCreated))
        {
            var (server, connection) = await lazy.Value;
            await connection.DisposeAsync();
            await server.DisposeAsync();
        }
    }

    private Lazy<Task<Running>> Lazy(ServerKind kind) => kind == ServerKind.Garnet ? _garnet : _redis;

    private static async Task<Running> StartAsync(ServerKind kind)
    {
        var server = Create(kind);
        await server.StartAsync();
        return new Running(server, Connect(server.ConnectionString));
    }

    private sealed record Running(CacheServer Server, RedisConnection Connection);
}
