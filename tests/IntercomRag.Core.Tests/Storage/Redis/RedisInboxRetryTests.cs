using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisInboxRetryTests(CacheServers servers)
{
    [Theory, EveryServer]
    public async Task Retry_EachFailure_DoublesTheBackOffUpToTheCap(ServerKind kind)
    {
        var options = new InboxOptions { RetryDelay = TimeSpan.FromSeconds(2), RetryCap = TimeSpan.FromSeconds(10), MaxAttempts = 10 };
        var bench = new InboxBench(await servers.ConnectAsync(kind), options);
        await bench.EnqueueAsync();

        var attempt = 0;
        foreach (var wait in new[] { 2, 4, 8, 10, 10 })
        {
            var lease = await bench.LeaseOneAsync();
            lease.Attempt.ShouldBe(++attempt);
            (await bench.RetryAsync(lease)).ShouldBe(RetryResult.Scheduled);
            bench.Advance(wait - 0.001);
            (await bench.LeaseAsync()).ShouldBeNull($"after failure {attempt}");
            bench.Advance(0.001);
        }
    }

    [Theory, EveryServer]
    public async Task Retry_NewItemDuringTheBackOff_WaitsForItsEnd(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { RetryDelay = TimeSpan.FromSeconds(20) });
        await bench.EnqueueAsync();
        await bench.RetryAsync(await bench.LeaseOneAsync());
        await bench.EnqueueAsync();

        bench.Advance(19.999);
        (await bench.LeaseAsync()).ShouldBeNull();
        bench.Advance(0.001);

        var lease = await bench.LeaseOneAsync();
        lease.Items.Count.ShouldBe(2);
        lease.Attempt.ShouldBe(2);
    }

    [Theory, EveryServer]
    public async Task Retry_AttemptsUsedUp_MovesTheItemsToTheDeadLetters(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { MaxAttempts = 2 });
        var item = await bench.EnqueueAsync();
        await bench.RetryAsync(await bench.LeaseOneAsync());
        bench.Advance(2);

        (await bench.RetryAsync(await bench.LeaseOneAsync())).ShouldBe(RetryResult.DeadLettered);

        bench.Advance(3600);
        (await bench.LeaseAsync()).ShouldBeNull();
        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 0, 1));
        var letter = (await bench.DeadLettersAsync()).ShouldHaveSingleItem();
        letter.Subject.ShouldBe(item.Subject);
        letter.Items.ShouldHaveSingleItem().Topic.ShouldBe(item.Topic);
        letter.Attempts.ShouldBe(2);
        letter.Reason.ShouldBe("IOException");
        letter.At.ShouldBe(bench.Clock.GetUtcNow().AddSeconds(-3600));
    }

    [Theory, EveryServer]
    public async Task Lease_LeasesExpiredEachTime_MovesTheItemsToTheDeadLetters(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { MaxAttempts = 2 });
        await bench.EnqueueAsync();
        await bench.LeaseOneAsync();
        bench.Advance(30);
        await bench.LeaseOneAsync();
        bench.Advance(30);

        (await bench.LeaseAsync()).ShouldBeNull();

        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 0, 1));
        (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Reason.ShouldContain("expired");
    }

    [Theory, EveryServer]
    public async Task Retry_LaterItemWithTheSpentOnes_KeepsItsOwnAttempts(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { MaxAttempts = 2 });
        var old = await bench.EnqueueAsync();
        await bench.RetryAsync(await bench.LeaseOneAsync());
        var late = await bench.EnqueueAsync();
        bench.Advance(2);

        (await bench.RetryAsync(await bench.LeaseOneAsync())).ShouldBe(RetryResult.DeadLettered);
        bench.Advance(60);
        var next = await bench.LeaseOneAsync();

        (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Items.ShouldHaveSingleItem().Topic.ShouldBe(old.Topic);
        next.Items.ShouldHaveSingleItem().Topic.ShouldBe(late.Topic);
        next.Attempt.ShouldBe(2);
    }

    [Theory, EveryServer]
    public async Task Lease_LaterItemAfterExpiredOnes_KeepsItsOwnAttempts(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { MaxAttempts = 1 });
        await bench.EnqueueAsync();
        await bench.LeaseOneAsync();
        var late = await bench.EnqueueAsync();
        bench.Advance(30);

        var lease = await bench.LeaseOneAsync();

        lease.Items.ShouldHaveSingleItem().Topic.ShouldBe(late.Topic);
        lease.Attempt.ShouldBe(1);
        (await bench.CompleteAsync(lease)).ShouldBeTrue();
        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 0, 1));
    }

    [Theory, EveryServer]
    public async Task Retry_ItemsArrivedDuringTheLastAttempt_AreDueByTheirOwnWindow(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { MaxAttempts = 1, RetryDelay = TimeSpan.FromMinutes(1) });
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        await bench.EnqueueAsync(window: InboxBench.Window);
        await bench.RetryAsync(lease);

        (await bench.LeaseAsync()).ShouldBeNull();
        bench.Advance(2);
        (await bench.LeaseOneAsync()).Attempt.ShouldBe(1);
    }

    [Theory, EveryServer]
    public async Task ReadDeadLetters_Several_NewestFirstUpToTheLimit(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { MaxAttempts = 1, Shards = 3 });
        foreach (var id in new[] { "1", "2", "3", "4" })
        {
            await bench.EnqueueAsync(id);
            await bench.RetryAsync(await bench.LeaseOneAsync());
            bench.Advance(1);
        }

        var letters = await bench.DeadLetters.ReadAsync(3, TestContext.Current.CancellationToken);

        letters.Select(letter => letter.Subject.Id).ShouldBe(["4", "3", "2"]);
    }
}
