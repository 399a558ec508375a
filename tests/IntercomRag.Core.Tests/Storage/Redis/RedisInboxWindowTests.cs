using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Storage.Redis;

/// <summary>When a subject becomes due. The window is 2 s of quiet, 10 s at most.</summary>
public sealed class RedisInboxWindowTests(CacheServers servers)
{
    [Theory, EveryServer]
    public async Task Lease_BeforeTheQuietTime_ReturnsNull(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync(window: InboxBench.Window);

        bench.Advance(1.999);
        (await bench.LeaseAsync()).ShouldBeNull();

        bench.Advance(0.001);
        (await bench.LeaseAsync()).ShouldNotBeNull();
    }

    [Theory, EveryServer]
    public async Task Lease_AnotherItemInTheWindow_WaitsForQuietAgain(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync(window: InboxBench.Window);
        bench.Advance(1.5);
        await bench.EnqueueAsync(window: InboxBench.Window);

        bench.Advance(1.9);
        (await bench.LeaseAsync()).ShouldBeNull();

        bench.Advance(0.1);
        (await bench.LeaseOneAsync()).Items.Count.ShouldBe(2);
    }

    [Theory, EveryServer]
    public async Task Lease_GrowingWindow_WaitsLongerForEachItem(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        foreach (var quiet in new[] { 1, 2, 2.5, 3 })
        {
            await bench.EnqueueAsync(window: InboxBench.GrowingWindow);
            bench.Advance(quiet - 0.001);
            (await bench.LeaseAsync()).ShouldBeNull();
        }

        bench.Advance(0.001);
        (await bench.LeaseOneAsync()).Items.Count.ShouldBe(4);
    }

    [Theory, EveryServer]
    public async Task Lease_GrowingWindowDuringALease_CountsOnlyWhatTheLeaseDoesNotHave(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();

        await bench.EnqueueAsync(window: InboxBench.GrowingWindow);
        await bench.CompleteAsync(lease);

        bench.Advance(0.999);
        (await bench.LeaseAsync()).ShouldBeNull();
        bench.Advance(0.001);
        (await bench.LeaseOneAsync()).Items.Count.ShouldBe(1);
    }

    [Theory, EveryServer]
    public async Task Lease_NoWindowAfterAGrowingOne_IsDueAtOnce(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync(window: InboxBench.GrowingWindow);
        await bench.EnqueueAsync(window: BurstWindow.None with { FurtherQuiet = TimeSpan.FromSeconds(2) });

        (await bench.LeaseOneAsync()).Items.Count.ShouldBe(2);
    }

    [Theory, EveryServer]
    public async Task Lease_ItemsKeepComing_IsDueAtTheCap(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        for (var second = 0; second < 10; second++)
        {
            await bench.EnqueueAsync(window: InboxBench.Window);
            (await bench.LeaseAsync()).ShouldBeNull();
            bench.Advance(1);
        }

        (await bench.LeaseOneAsync()).Items.Count.ShouldBe(10);
    }

    [Theory, EveryServer]
    public async Task Lease_NoWindowAfterAWindow_IsDueAtOnce(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync(window: InboxBench.Window);
        await bench.EnqueueAsync(window: BurstWindow.None);

        (await bench.LeaseOneAsync()).Items.Count.ShouldBe(2);
    }

    [Theory, EveryServer]
    public async Task Lease_SeveralDue_TakesTheLongestDueFirst(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync("1", InboxBench.Window);
        await bench.EnqueueAsync("2", new BurstWindow(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));
        await bench.EnqueueAsync("3", new BurstWindow(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3)));
        bench.Advance(5);

        string[] order = [(await bench.LeaseOneAsync()).Subject.Id, (await bench.LeaseOneAsync()).Subject.Id, (await bench.LeaseOneAsync()).Subject.Id];

        order.ShouldBe(["2", "1", "3"]);
    }

    [Theory, EveryServer]
    public async Task Lease_SeveralShards_FindsEverySubjectInDueOrder(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { Shards = 7 });
        for (var id = 0; id < 30; id++)
        {
            await bench.EnqueueAsync($"{id}");
            bench.Advance(0.01);
        }

        for (var id = 0; id < 30; id++)
        {
            (await bench.LeaseOneAsync()).Subject.Id.ShouldBe($"{id}");
        }

        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 30, 0));
    }

    [Theory, EveryServer]
    public async Task Lease_WebhooksOutOfOrder_SortsItemsByTheirEvent(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        var late = bench.Item("215", "late") with { CreatedAt = bench.Clock.GetUtcNow() };
        var early = bench.Item("215", "early") with { CreatedAt = bench.Clock.GetUtcNow().AddSeconds(-5) };
        await bench.Inbox.EnqueueAsync(late, BurstWindow.None, TestContext.Current.CancellationToken);
        await bench.Inbox.EnqueueAsync(early, BurstWindow.None, TestContext.Current.CancellationToken);

        (await bench.LeaseOneAsync()).Items.Select(item => item.Topic).ShouldBe([early.Topic, late.Topic]);
    }
}
