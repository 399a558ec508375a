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

    /// <param name="timeout">Null: one that only a hanging test reaches, however loaded the machine is.</param>
    public static RedisConnection Connect(string connectionString, TimeSpan? timeout = null) => new(
        Options.Create(new RedisOptions { ConnectionString = connectionString, OperationTimeout = timeout ?? TimeSpan.FromSeconds(30) }),
        NullLogger<RedisConnection>.Instance);

    public async Task<RedisConnection> ConnectAsync(ServerKind kind) => (await Lazy(kind).Value).Connection;

    /// <summary>A connection of its own, as every replica has: the server runs commands of one connection one after the other anyway.</summary>
    public async Task<RedisConnection> ConnectReplicaAsync(ServerKind kind)
    {
        var replica = Connect($"{(await Lazy(kind).Value).Server.ConnectionString},connectTimeout=20000");
        await replica.PingAsync(TestContext.Current.CancellationToken);
        return replica;
    }

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
