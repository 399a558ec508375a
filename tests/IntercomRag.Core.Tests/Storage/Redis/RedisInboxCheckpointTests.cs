using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisInboxCheckpointTests(CacheServers servers)
{
    private static readonly InboxOptions Options = new() { MaxAttempts = 1 };

    [Theory, EveryServer]
    public async Task SaveCheckpoint_LeaseExpires_IsHandedToTheNextLease(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        lease.Checkpoint.ShouldBeNull();

        (await bench.SaveAsync(lease, "one")).ShouldBeTrue();
        (await bench.SaveAsync(lease, "two é \"quoted\"")).ShouldBeTrue();
        bench.Advance(30);

        (await bench.LeaseOneAsync()).Checkpoint.ShouldBe("two é \"quoted\"");
    }

    [Theory, EveryServer]
    public async Task SaveCheckpoint_LeaseFailsOrIsDeferred_IsHandedToTheNextLease(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        await bench.SaveAsync(lease, "plan");
        await bench.RetryAsync(lease);
        bench.Advance(60);
        var afterFailure = await bench.LeaseOneAsync();
        await bench.DeferAsync(afterFailure, 0);

        afterFailure.Checkpoint.ShouldBe("plan");
        (await bench.LeaseOneAsync()).Checkpoint.ShouldBe("plan");
    }

    [Theory, EveryServer]
    public async Task SaveCheckpoint_LostLease_StoresNothing(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        var lost = await bench.LeaseOneAsync();
        bench.Advance(30);
        var next = await bench.LeaseOneAsync();
        await bench.SaveAsync(next, "next");

        (await bench.SaveAsync(lost, "lost")).ShouldBeFalse();

        bench.Advance(30);
        (await bench.LeaseOneAsync()).Checkpoint.ShouldBe("next");
    }

    [Theory, EveryServer]
    public async Task Complete_WithACheckpoint_RemovesIt(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        await bench.SaveAsync(lease, "plan");
        await bench.CompleteAsync(lease);
        await bench.EnqueueAsync();

        (await bench.LeaseOneAsync()).Checkpoint.ShouldBeNull();
        foreach (var suffix in new[] { "checkpoints", "saved" })
        {
            (await bench.TamperAsync((database, shard) => database.KeyExistsAsync(shard.Prefix + suffix))).ShouldBeFalse(suffix);
        }
    }

    [Theory, EveryServer]
    public async Task ListUnfinished_ItemsBuried_ListsTheSubjectUntilItIsCompleted(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        await bench.SaveAsync(lease, "plan");
        (await bench.UnfinishedAsync()).ShouldBeEmpty("it is leased");
        (await bench.RetryAsync(lease)).ShouldBe(RetryResult.DeadLettered);

        (await bench.UnfinishedAsync()).ShouldBe(["215"]);

        await bench.EnqueueAsync();
        (await bench.UnfinishedAsync()).ShouldBeEmpty("it waits");
        var sweep = await bench.LeaseOneAsync();
        sweep.Checkpoint.ShouldBe("plan");
        await bench.CompleteAsync(sweep);
        (await bench.UnfinishedAsync()).ShouldBeEmpty("it is done");
    }

    [Theory, EveryServer]
    public async Task ListUnfinished_ItemsBuriedAfterExpiredLeases_ListsTheSubject(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.EnqueueAsync();
        await bench.SaveAsync(await bench.LeaseOneAsync(), "plan");
        bench.Advance(30);
        (await bench.LeaseAsync()).ShouldBeNull();

        (await bench.UnfinishedAsync()).ShouldBe(["215"]);
    }

    [Theory, EveryServer]
    public async Task ListUnfinished_OnlyUnreadableItemsLeft_ListsTheSubject(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        await bench.SaveAsync(lease, "plan");
        await bench.RetryAsync(lease);
        await bench.TamperAsync((database, shard) => database.ListRightPushAsync(shard.Prefix + "items:demo:215", "0|{broken"));
        await bench.TamperAsync((database, shard) => database.SortedSetAddAsync(shard.Due, "demo:215", 0));
        (await bench.LeaseAsync()).ShouldBeNull();

        (await bench.UnfinishedAsync()).ShouldBe(["215"]);
    }

    [Theory, EveryServer]
    public async Task ListUnfinished_AgeAndLimit_ListsTheLongestUntouchedFirst(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        for (var number = 0; number < 130; number++)
        {
            await bench.EnqueueAsync($"{number}");
            var lease = await bench.LeaseOneAsync();
            await bench.SaveAsync(lease, "plan");

            // The first hundred go on waiting, and must not hide the others.
            if (number < 100)
            {
                await bench.DeferAsync(lease, 3600);
            }
            else
            {
                await bench.RetryAsync(lease);
            }

            bench.Advance(1);
        }

        (await bench.UnfinishedAsync(olderThanSeconds: 25)).ShouldBe(["100", "101", "102", "103", "104", "105"]);
        (await bench.UnfinishedAsync(limit: 2)).ShouldBe(["100", "101"]);
    }

    [Theory, EveryServer]
    public async Task SaveCheckpoint_OthersOlderThanDeadLettersAreKept_ForgetsThem(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), Options);
        for (var number = 0; number < 20; number++)
        {
            await bench.EnqueueAsync($"{number}");
            var lease = await bench.LeaseOneAsync();
            await bench.SaveAsync(lease, "plan");
            await bench.RetryAsync(lease);
        }

        bench.Advance(TimeSpan.FromDays(39).TotalSeconds);
        for (var call = 0; call < 3; call++)
        {
            await bench.EnqueueAsync("new");
            await bench.SaveAsync(await bench.LeaseOneAsync(), "plan");
            bench.Advance(30);
        }

        (await bench.TamperAsync((database, shard) => database.HashKeysAsync(shard.Checkpoints))).ShouldHaveSingleItem().ToString().ShouldBe("demo:new");
        (await bench.UnfinishedAsync()).ShouldNotContain("0");
    }
}
