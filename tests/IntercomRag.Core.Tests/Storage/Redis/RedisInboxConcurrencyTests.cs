using System.Collections.Concurrent;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisInboxConcurrencyTests(CacheServers servers)
{
    private const int Subjects = 40;
    private const int ItemsEach = 8;
    private const int Lessees = 8;

    [Theory, EveryServer]
    public async Task Lease_EightLesseesAtOnce_NoSubjectTwiceAndNothingLost(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        var held = new ConcurrentDictionary<SubjectKey, long>();
        var lastToken = new ConcurrentDictionary<SubjectKey, long>();
        var processed = new ConcurrentBag<string>();
        var token = TestContext.Current.CancellationToken;

        var producers = Enumerable.Range(0, 4).Select(producer => Task.Run(
            async () =>
            {
                for (var number = producer; number < Subjects * ItemsEach; number += 4)
                {
                    var item = bench.Item($"{number % Subjects}", $"event-{number}") with { Topic = $"event-{number}" };
                    await bench.Inbox.EnqueueAsync(item, BurstWindow.None, token);
                }
            },
            token));
        var lessees = Enumerable.Range(0, Lessees).Select(_ => Task.Run(
            async () =>
            {
                await using var replica = await servers.ConnectReplicaAsync(kind);
                var inbox = bench.Open(replica);
                while (processed.Count < Subjects * ItemsEach)
                {
                    if (await inbox.LeaseAsync(token) is not { } lease)
                    {
                        await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, token);
                        continue;
                    }

                    held.TryAdd(lease.Subject, lease.Token).ShouldBeTrue($"{lease.Subject} is leased already");
                    lease.Token.ShouldBeGreaterThan(lastToken.GetValueOrDefault(lease.Subject));
                    lastToken[lease.Subject] = lease.Token;
                    await Task.Yield();
                    foreach (var item in lease.Items)
                    {
                        processed.Add(item.Topic);
                    }

                    held.TryRemove(lease.Subject, out var _);
                    (await inbox.CompleteAsync(lease, token)).ShouldBeTrue();
                }
            },
            token));

        await Task.WhenAll([.. producers, .. lessees]).WaitAsync(TimeSpan.FromSeconds(60), token);

        processed.Order().ShouldBe(Enumerable.Range(0, Subjects * ItemsEach).Select(number => $"event-{number}").Order());
        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 0, 0));
    }

    [Theory, EveryServer]
    public async Task Enqueue_SameEventFromEightReplicasAtOnce_IsStoredOnce(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        var connections = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => servers.ConnectReplicaAsync(kind)));
        var replicas = connections.Select(connection => bench.Open(connection)).ToArray();
        for (var number = 0; number < 50; number++)
        {
            var item = bench.Item($"{number}", $"notif_{number}", $"{number}/99");
            var results = await Task.WhenAll(replicas.Select(inbox => Task.Run(
                () => inbox.EnqueueAsync(item, BurstWindow.None, TestContext.Current.CancellationToken))));

            results.Count(result => result == EnqueueResult.Stored).ShouldBe(1);
        }

        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }
}
