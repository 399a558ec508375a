using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Storage.Redis;

/// <summary>Leases that are given back without a failure, and failures that do not count.</summary>
public sealed class RedisInboxDeferTests(CacheServers servers)
{
    private static readonly InboxOptions Options = new()
    {
        MaxAttempts = 2,
        GiveUpAfter = TimeSpan.FromMinutes(10),
        RetryDelay = TimeSpan.FromSeconds(2),
        RetryCap = TimeSpan.FromSeconds(10),
    };

    [Theory, EveryServer]
    public async Task Defer_Often_IsDueAfterTheDelayAndCountsNoAttempt(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.EnqueueAsync();

        for (var time = 0; time < 5; time++)
        {
            var lease = await bench.LeaseOneAsync();
            (lease.Attempt, lease.Failures).ShouldBe((1, 0));
            (await bench.DeferAsync(lease, 7)).ShouldBeTrue();
            bench.Advance(6.999);
            (await bench.LeaseAsync()).ShouldBeNull();
            bench.Advance(0.001);
        }
    }

    [Theory, EveryServer]
    public async Task Defer_ItemsArrivedMeanwhile_WaitForTheirWindowAndHaveTheirOwnAttempts(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        var arrived = await bench.EnqueueAsync(window: InboxBench.Window);
        await bench.DeferAsync(lease, 0);

        bench.Advance(1.999);
        (await bench.LeaseAsync()).ShouldBeNull();
        bench.Advance(0.001);
        var both = await bench.LeaseOneAsync();
        both.Items.Count.ShouldBe(2);
        await bench.RetryAsync(both);
        bench.Advance(60);

        (await bench.RetryAsync(await bench.LeaseOneAsync())).ShouldBe(RetryResult.DeadLettered);
        (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Items.ShouldContain(item => item.Topic == arrived.Topic);
    }

    [Theory, EveryServer]
    public async Task Defer_LostLease_ChangesNothing(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.EnqueueAsync();
        var lost = await bench.LeaseOneAsync();
        bench.Advance(30);
        var next = await bench.LeaseOneAsync();

        (await bench.DeferAsync(lost, 0)).ShouldBeFalse();

        next.Attempt.ShouldBe(2);
        (await bench.CompleteAsync(next)).ShouldBeTrue();
    }

    [Theory, EveryServer]
    public async Task RetryTransient_BeyondTheAttempts_KeepsTheItemsAndGrowsThePause(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.EnqueueAsync();

        var failures = 0;
        foreach (var wait in new[] { 2, 4, 8, 10, 10, 10 })
        {
            var lease = await bench.LeaseOneAsync();
            (lease.Attempt, lease.Failures).ShouldBe((1, failures++));
            (await bench.RetryAsync(lease, transient: true)).ShouldBe(RetryResult.Scheduled);
            bench.Advance(wait - 0.001);
            (await bench.LeaseAsync()).ShouldBeNull($"after failure {failures}");
            bench.Advance(0.001);
        }
    }

    [Theory, EveryServer]
    public async Task RetryTransient_OlderThanTheLimit_GivesUpTheOldItemsOnly(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        var old = await bench.EnqueueAsync();
        bench.Advance(590);
        var young = await bench.EnqueueAsync();
        (await bench.RetryAsync(await bench.LeaseOneAsync(), transient: true)).ShouldBe(RetryResult.Scheduled);
        bench.Advance(11);

        (await bench.RetryAsync(await bench.LeaseOneAsync(), transient: true)).ShouldBe(RetryResult.DeadLettered);

        (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Items.ShouldHaveSingleItem().Topic.ShouldBe(old.Topic);
        bench.Advance(60);
        (await bench.LeaseOneAsync()).Items.ShouldHaveSingleItem().Topic.ShouldBe(young.Topic);
    }

    [Theory, EveryServer]
    public async Task Complete_AfterFailures_ForgetsThemForTheItemsThatFollow(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.EnqueueAsync();
        await bench.RetryAsync(await bench.LeaseOneAsync(), transient: true);
        bench.Advance(60);
        var lease = await bench.LeaseOneAsync();
        await bench.EnqueueAsync();
        await bench.CompleteAsync(lease);

        (await bench.LeaseOneAsync()).Failures.ShouldBe(0);
    }
}
