using System.Collections.Concurrent;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Storage.Redis;

/// <summary>The server is killed for real, and starts again with what reached its disk.</summary>
public sealed class RedisInboxCrashTests
{
    private const int Producers = 8;
    private const int EventsEach = 60;
    private const int Kills = 3;

    [Theory, EveryServer]
    public async Task Enqueue_ServerKilledMeanwhile_NothingAcknowledgedIsLost(ServerKind kind)
    {
        var token = TestContext.Current.CancellationToken;
        await using var server = CacheServers.Create(kind);
        await server.StartAsync(token);
        await using var connection = CacheServers.Connect(server.ConnectionString, TimeSpan.FromSeconds(2));
        var bench = new InboxBench(connection, new InboxOptions { MaxAttempts = 100 });
        var acknowledged = new ConcurrentBag<string>();
        var processed = new ConcurrentDictionary<string, int>();
        var failures = 0;

        var producers = Enumerable.Range(0, Producers).Select(producer => Task.Run(
            async () =>
            {
                for (var number = 0; number < EventsEach; number++)
                {
                    var id = $"event-{producer}-{number}";
                    var item = bench.Item($"{number % 20}", id, $"part-{producer}-{number}") with { Topic = id };

                    // As Intercom does: what was not answered is delivered again.
                    await Eventually.HoldsAsync(() => StoreAsync(bench.Inbox, item, () => Interlocked.Increment(ref failures)), TimeSpan.FromMinutes(1), token);
                    acknowledged.Add(id);
                }
            },
            token)).ToArray();

        for (var kill = 1; kill <= Kills; kill++)
        {
            var threshold = kill * Producers * EventsEach / (Kills + 1);
            await Eventually.HoldsAsync(() => acknowledged.Count >= threshold, TimeSpan.FromMinutes(1), token);
            var processing = ProcessAsync(bench, processed, token);
            await server.RestartAsync(token);
            await processing;
        }

        await Task.WhenAll(producers);
        await Eventually.HoldsAsync(
            async () =>
            {
                // Leases whose answer the crash swallowed have to expire.
                bench.Advance(31);
                await ProcessAsync(bench, processed, token);
                return (await bench.MeasureAsync()) is { Waiting: 0, Leased: 0 };
            },
            TimeSpan.FromMinutes(1),
            token);

        failures.ShouldBeGreaterThan(0, "the kills hit no enqueue, so this run shows nothing");
        acknowledged.Count.ShouldBe(Producers * EventsEach);
        acknowledged.Except(processed.Keys).ShouldBeEmpty();
        (await bench.DeadLettersAsync()).ShouldBeEmpty();
    }

    [Theory, EveryServer]
    public async Task Lease_ServerKilledMeanwhile_HolderCanStillCompleteIt(ServerKind kind)
    {
        var token = TestContext.Current.CancellationToken;
        await using var server = CacheServers.Create(kind);
        await server.StartAsync(token);
        await using var connection = CacheServers.Connect(server.ConnectionString);
        var bench = new InboxBench(connection);
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();

        await server.RestartAsync(token);

        (await Eventually.ReadAsync(() => bench.CompleteAsync(lease), _ => true, TimeSpan.FromSeconds(30), token)).ShouldBeTrue();
        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 0, 0));
    }

    private static async Task<bool> StoreAsync(IInbox inbox, InboxItem item, Action failed)
    {
        try
        {
            await inbox.EnqueueAsync(item, BurstWindow.None, TestContext.Current.CancellationToken);
            return true;
        }
        catch (StorageUnavailableException)
        {
            failed();
            return false;
        }
    }

    private static async Task ProcessAsync(InboxBench bench, ConcurrentDictionary<string, int> processed, CancellationToken cancellationToken)
    {
        try
        {
            while (await bench.Inbox.LeaseAsync(cancellationToken) is { } lease)
            {
                foreach (var item in lease.Items)
                {
                    processed.AddOrUpdate(item.Topic, 1, (_, count) => count + 1);
                }

                await bench.CompleteAsync(lease);
            }
        }
        catch (StorageUnavailableException)
        {
            // The kill; what was leased is found again when its lease has expired.
        }
    }
}
