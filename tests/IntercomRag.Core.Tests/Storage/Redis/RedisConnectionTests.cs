using System.Net;
using System.Net.Sockets;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisConnectionTests
{
    /// <summary>Within the 5 s that Intercom waits; on an idle machine it takes 1.5 s.</summary>
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan DefaultTimeout = new RedisOptions().OperationTimeout;

    [Fact]
    public async Task Enqueue_NoServer_ThrowsQuickly()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = listener.LocalEndpoint.ToString()!;
        listener.Stop();
        await using var connection = CacheServers.Connect(address, DefaultTimeout);

        await ShouldFailQuicklyAsync(connection);
        await ShouldFailQuicklyAsync(connection);
    }

    [Fact]
    public async Task Enqueue_ServerAcceptsButNeverAnswers_ThrowsQuickly()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var connection = CacheServers.Connect(listener.LocalEndpoint.ToString()!, DefaultTimeout);

        await ShouldFailQuicklyAsync(connection);
    }

    [Fact]
    public async Task Run_MorePendingThanAllowed_RefusesTheRestAtOnce()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var options = new RedisOptions { ConnectionString = $"{listener.LocalEndpoint}", OperationTimeout = TimeSpan.FromMilliseconds(500), MaxPending = 16 };
        await using var connection = new RedisConnection(Options.Create(options), NullLogger<RedisConnection>.Instance);
        var waiting = Enumerable.Range(0, 16).Select(_ => connection.PingAsync(TestContext.Current.CancellationToken)).ToList();

        var refused = connection.PingAsync(TestContext.Current.CancellationToken);

        refused.IsCompleted.ShouldBeTrue();
        (await Should.ThrowAsync<StorageUnavailableException>(() => refused)).Message.ShouldContain("16 operations are waiting");
        foreach (var ping in waiting)
        {
            (await Should.ThrowAsync<StorageUnavailableException>(() => ping)).Message.ShouldNotContain("waiting");
        }
    }

    [Theory, EveryServer]
    public async Task Enqueue_ServerKilledAndBack_ThrowsQuicklyAndThenWorksAgain(ServerKind kind)
    {
        var token = TestContext.Current.CancellationToken;
        await using var server = CacheServers.Create(kind);
        await server.StartAsync(token);
        await using var connection = CacheServers.Connect(server.ConnectionString, DefaultTimeout);
        var health = new RedisHealthCheck(connection);
        await EventuallyEnqueueAsync(connection);
        (await CheckAsync(health)).ShouldBe(HealthStatus.Healthy);

        await server.KillAsync();
        await ShouldFailQuicklyAsync(connection);
        (await CheckAsync(health)).ShouldBe(HealthStatus.Unhealthy);

        await server.StartAsync(token);
        await Eventually.HoldsAsync(async () => await CheckAsync(health) == HealthStatus.Healthy, TimeSpan.FromSeconds(30), token);
        await EventuallyEnqueueAsync(connection);
    }

    /// <summary>The client library alone notices it only after several keep-alive intervals, or never.</summary>
    [Fact]
    public async Task Enqueue_ConnectionGoesSilent_IsReplacedWithinSeconds()
    {
        var token = TestContext.Current.CancellationToken;
        await using var server = CacheServers.Create(ServerKind.Redis);
        await server.StartAsync(token);
        await using var relay = new TcpRelay(server.ConnectionString);
        await using var connection = CacheServers.Connect(relay.Address, TimeSpan.FromSeconds(0.5));
        await new InboxBench(connection).EnqueueAsync();

        relay.Silence();

        await Eventually.HoldsAsync(async () => await CheckAsync(new RedisHealthCheck(connection)) == HealthStatus.Healthy, TimeSpan.FromSeconds(10), token);
        await new InboxBench(connection).EnqueueAsync();
    }

    private static async Task<HealthStatus> CheckAsync(RedisHealthCheck check)
    {
        var context = new HealthCheckContext { Registration = new HealthCheckRegistration("redis", check, HealthStatus.Unhealthy, tags: null) };
        return (await check.CheckHealthAsync(context, TestContext.Current.CancellationToken)).Status;
    }

    /// <summary>The first script of a server on a busy machine may take longer than an operation may.</summary>
    private static Task<InboxItem> EventuallyEnqueueAsync(RedisConnection connection) => Eventually.ReadAsync(
        () => new InboxBench(connection).EnqueueAsync(), _ => true, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    private static async Task ShouldFailQuicklyAsync(RedisConnection connection)
    {
        var bench = new InboxBench(connection);
        var started = TimeProvider.System.GetTimestamp();

        await Should.ThrowAsync<StorageUnavailableException>(
            () => bench.Inbox.EnqueueAsync(bench.Item(), BurstWindow.None, TestContext.Current.CancellationToken));

        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Quickly);
    }
}
