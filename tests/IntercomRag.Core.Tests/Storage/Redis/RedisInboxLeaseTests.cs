using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisInboxLeaseTests(CacheServers servers)
{
    [Theory, EveryServer]
    public async Task Lease_LeasedSubject_IsNotLeasedAgain(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        await bench.EnqueueAsync();

        lease.Attempt.ShouldBe(1);
        lease.ExpiresAt.ShouldBe(bench.Clock.GetUtcNow().AddSeconds(30));
        (await bench.LeaseAsync()).ShouldBeNull();
        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 1, 0));
    }

    [Theory, EveryServer]
    public async Task Lease_ExpiredLease_ReturnsItsItemsAndCountsTheAttempt(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        var item = await bench.EnqueueAsync();
        var lost = await bench.LeaseOneAsync();

        bench.Advance(29.999);
        (await bench.LeaseAsync()).ShouldBeNull();
        bench.Advance(0.001);
        var next = await bench.LeaseOneAsync();

        next.Attempt.ShouldBe(2);
        next.Token.ShouldBeGreaterThan(lost.Token);
        next.Items.ShouldHaveSingleItem().Topic.ShouldBe(item.Topic);
    }

    [Theory, EveryServer]
    public async Task LostLease_CannotRenewCompleteOrRetry(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        var lost = await bench.LeaseOneAsync();
        bench.Advance(30);
        var next = await bench.LeaseOneAsync();

        (await bench.Inbox.RenewAsync(lost, TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await bench.CompleteAsync(lost)).ShouldBeFalse();
        (await bench.RetryAsync(lost)).ShouldBe(RetryResult.LeaseLost);
        (await bench.CompleteAsync(next)).ShouldBeTrue();
    }

    [Theory, EveryServer]
    public async Task Renew_BeforeExpiry_KeepsTheSubject(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();

        bench.Advance(20);
        (await bench.Inbox.RenewAsync(lease, TestContext.Current.CancellationToken)).ShouldBeTrue();
        bench.Advance(29);
        (await bench.LeaseAsync()).ShouldBeNull();
        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 1, 0));
        bench.Advance(1);
        (await bench.LeaseAsync()).ShouldNotBeNull();
    }

    [Theory, EveryServer]
    public async Task Complete_NothingArrivedMeanwhile_LeavesNoKeyOfTheSubject(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();

        (await bench.CompleteAsync(await bench.LeaseOneAsync())).ShouldBeTrue();

        (await bench.LeaseAsync()).ShouldBeNull();
        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 0, 0));
        foreach (var suffix in new[] { "items:demo:215", "subject:demo:215", "due", "leased" })
        {
            (await bench.TamperAsync((database, shard) => database.KeyExistsAsync(shard.Prefix + suffix))).ShouldBeFalse(suffix);
        }
    }

    [Theory, EveryServer]
    public async Task Complete_Twice_IsRefusedTheSecondTime(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        await bench.EnqueueAsync();

        (await bench.CompleteAsync(lease)).ShouldBeTrue();
        (await bench.CompleteAsync(lease)).ShouldBeFalse();

        (await bench.LeaseOneAsync()).Items.Count.ShouldBe(1);
    }

    [Theory, EveryServer]
    public async Task Complete_ItemsArrivedMeanwhile_BecomeDueByTheirOwnWindow(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        bench.Advance(5);
        var arrived = await bench.EnqueueAsync(window: InboxBench.Window);
        bench.Advance(1);
        await bench.CompleteAsync(lease);

        (await bench.LeaseAsync()).ShouldBeNull();
        bench.Advance(1);
        var next = await bench.LeaseOneAsync();

        next.Items.ShouldHaveSingleItem().Topic.ShouldBe(arrived.Topic);
        next.Attempt.ShouldBe(1);
    }

    [Theory, EveryServer]
    public async Task Tokens_GrowAlsoWhenTheServerForgotThem(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        var before = await bench.LeaseOneAsync();
        bench.Advance(30);
        await bench.TamperAsync((database, shard) => database.KeyDeleteAsync(shard.Token));

        (await bench.LeaseOneAsync()).Token.ShouldBeGreaterThan(before.Token);
    }

    [Theory, EveryServer]
    public async Task Lease_ScriptsForgottenByTheServer_StillWorks(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync("1");
        await bench.TamperAsync((database, _) => database.ExecuteAsync("SCRIPT", "FLUSH"));

        await bench.EnqueueAsync("2");
        (await bench.LeaseAsync()).ShouldNotBeNull();
    }
}
