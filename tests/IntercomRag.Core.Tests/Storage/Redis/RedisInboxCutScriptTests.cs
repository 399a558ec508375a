using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage;
using IntercomRag.Core.Storage.Redis;

namespace IntercomRag.Core.Tests.Storage.Redis;

/// <summary>
/// A server that is killed may keep any first part of a script's writes. These tests stop each script after each of its writes, let the caller
/// go on as it would, and then look for every event that was acknowledged.
/// </summary>
public sealed class RedisInboxCutScriptTests(CacheServers servers)
{
    private const int MoreThanAnyScriptWrites = 12;

    [Theory, EveryServer]
    public async Task Enqueue_CutAnywhere_SecondDeliveryIsNotLost(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        var item = bench.Item("215", "notif_1", "215/99");
        await AttemptAsync(() => cut.EnqueueAsync(item, InboxBench.Window, Token));

        await bench.Inbox.EnqueueAsync(item, InboxBench.Window, Token);

        (await DrainAsync(bench)).ShouldContain(item.Topic);
    });

    [Theory, EveryServer]
    public async Task EnqueueDuringALease_CutAnywhere_SecondDeliveryIsNotLost(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        var item = bench.Item("215", "notif_1");
        await AttemptAsync(() => cut.EnqueueAsync(item, InboxBench.Window, Token));

        await bench.CompleteAsync(lease);
        await bench.Inbox.EnqueueAsync(item, InboxBench.Window, Token);

        (await DrainAsync(bench)).ShouldContain(item.Topic);
    });

    [Theory, EveryServer]
    public async Task Lease_CutAnywhere_LosesNoItem(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        var first = await bench.EnqueueAsync();
        await AttemptAsync(() => cut.LeaseAsync(Token));
        var second = await bench.EnqueueAsync();

        (await DrainAsync(bench)).ShouldBe([first.Topic, second.Topic], ignoreOrder: true);
    });

    [Theory, EveryServer]
    public async Task LeaseWithSpentItems_CutAnywhere_LosesNoItem(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        await bench.EnqueueAsync();
        var expired = await bench.LeaseOneAsync();
        for (var attempt = 1; attempt < Options.MaxAttempts; attempt++)
        {
            bench.Advance(30);
            expired = await bench.LeaseOneAsync();
        }

        var fresh = await bench.EnqueueAsync();
        bench.Advance(30);
        await AttemptAsync(() => cut.LeaseAsync(Token));
        var later = await bench.EnqueueAsync();
        await bench.CompleteAsync(expired);

        var found = await DrainAsync(bench);
        found.ShouldContain(fresh.Topic);
        found.ShouldContain(later.Topic);
    });

    [Theory, EveryServer]
    public async Task Complete_CutAnywhereAndRepeated_LosesNoLaterItem(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        await bench.EnqueueAsync();
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        await AttemptAsync(() => cut.CompleteAsync(lease, Token));
        var later = await bench.EnqueueAsync();
        await bench.CompleteAsync(lease);

        (await DrainAsync(bench)).ShouldContain(later.Topic);
    });

    [Theory, EveryServer]
    public async Task CompleteWithMoreWaiting_CutAnywhereAndRepeated_LosesNoLaterItem(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        var waiting = await bench.EnqueueAsync(window: InboxBench.Window);
        await AttemptAsync(() => cut.CompleteAsync(lease, Token));
        await bench.CompleteAsync(lease);

        (await DrainAsync(bench)).ShouldContain(waiting.Topic);
    });

    [Theory, EveryServer]
    public async Task Retry_CutAnywhereAndRepeated_LosesNoItem(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        var failed = await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        await AttemptAsync(() => cut.RetryAsync(lease, new LeaseFailure("reason"), Token));
        var later = await bench.EnqueueAsync();
        await bench.RetryAsync(lease);

        (await DrainAsync(bench)).ShouldBe([failed.Topic, later.Topic], ignoreOrder: true);
    });

    [Theory, EveryServer]
    public async Task RetryTransient_CutAnywhereAndRepeated_LosesNoItem(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        var old = await bench.EnqueueAsync();
        bench.Advance(Options.GiveUpAfter.TotalSeconds);
        var young = await bench.EnqueueAsync();
        bench.Advance(1);
        var lease = await bench.LeaseOneAsync();
        var later = await bench.EnqueueAsync();
        await AttemptAsync(() => cut.RetryAsync(lease, new LeaseFailure("reason", IsTransient: true), Token));
        await bench.RetryAsync(lease, transient: true);

        var found = await DrainAsync(bench);
        found.Concat(await BuriedAsync(bench)).ShouldContain(old.Topic);
        found.ShouldContain(young.Topic);
        found.ShouldContain(later.Topic);
    });

    [Theory, EveryServer]
    public async Task Defer_CutAnywhereAndRepeated_LosesNoItem(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        var deferred = await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        var later = await bench.EnqueueAsync();
        await AttemptAsync(() => cut.DeferAsync(lease, TimeSpan.FromSeconds(1), Token));
        await bench.DeferAsync(lease, 1);

        (await DrainAsync(bench)).ShouldBe([deferred.Topic, later.Topic], ignoreOrder: true);
    });

    [Theory, EveryServer]
    public async Task SaveCheckpoint_CutAnywhere_TheNextLeaseHasTheOldOrTheNewOne(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        await bench.SaveAsync(lease, "old");
        await AttemptAsync(() => cut.SaveCheckpointAsync(lease, "new", Token));
        bench.Advance(30);

        var next = await bench.LeaseOneAsync();
        next.Checkpoint.ShouldBeOneOf("old", "new");
        await bench.CompleteAsync(next);
        (await bench.UnfinishedAsync()).ShouldBeEmpty();
    });

    [Theory, EveryServer]
    public async Task CompleteWithCheckpoint_CutAnywhere_WhoeverHasTheItemAgainHasTheCheckpoint(ServerKind kind) =>
        await ForEachCutAsync(kind, async (bench, cut) =>
        {
            var item = await bench.EnqueueAsync();
            var lease = await bench.LeaseOneAsync();
            await bench.SaveAsync(lease, "plan");
            await AttemptAsync(() => cut.CompleteAsync(lease, Token));
            bench.Advance(30);

            var again = await bench.LeaseAsync();
            if (again is not null)
            {
                again.Items.ShouldHaveSingleItem().Topic.ShouldBe(item.Topic);
                again.Checkpoint.ShouldBe("plan");
                await bench.CompleteAsync(again);
            }

            // What is neither leased again nor gone is found by the sweep, which stores an item and completes it.
            if ((await bench.UnfinishedAsync()).Count > 0)
            {
                await bench.EnqueueAsync();
                await bench.CompleteAsync(await bench.LeaseOneAsync());
            }

            (await bench.UnfinishedAsync()).ShouldBeEmpty();
            (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 0, 0));
        });

    [Theory, EveryServer]
    public async Task Redrive_CutAnywhereAndRepeated_LosesNoItem(ServerKind kind) => await ForEachCutOfLettersAsync(kind, async (bench, cut) =>
    {
        var (first, second) = (await bench.EnqueueAsync(), await bench.EnqueueAsync());
        await BuryAsync(bench);
        var id = (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Id;
        await AttemptAsync(() => cut.RedriveAsync(id, Token));
        await bench.DeadLetters.RedriveAsync(id, Token);

        (await DrainAsync(bench)).ShouldBe([first.Topic, second.Topic], ignoreOrder: true);
        (await bench.DeadLettersAsync()).ShouldBeEmpty();
    });

    [Theory, EveryServer]
    public async Task Discard_CutAnywhereAndRepeated_LeavesNothing(ServerKind kind) => await ForEachCutOfLettersAsync(kind, async (bench, cut) =>
    {
        await bench.EnqueueAsync();
        await BuryAsync(bench);
        var id = (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Id;
        await AttemptAsync(() => cut.DiscardAsync(id, Token));
        await bench.DeadLetters.DiscardAsync(id, Token);

        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 0, 0));
    });

    [Theory, EveryServer]
    public async Task FormerRecords_MovedAndCutAnywhere_AreAllThereOnce(ServerKind kind) => await ForEachCutOfLettersAsync(kind, async (bench, cut) =>
    {
        foreach (var record in new[] { "{broken", "[]", "7" })
        {
            await bench.TamperAsync((database, shard) => database.ListLeftPushAsync(shard.FormerLetters, record));
        }

        await AttemptAsync(() => cut.ReadAsync(10, Token));

        (await bench.DeadLettersAsync()).Count.ShouldBe(3);
        (await bench.MeasureAsync()).DeadLetters.ShouldBe(3);
    });

    [Theory, EveryServer]
    public async Task RetryOfTheLastAttempt_CutAnywhereAndRepeated_LosesNoItem(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        var failed = await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        for (var attempt = 1; attempt < Options.MaxAttempts; attempt++)
        {
            await bench.RetryAsync(lease);
            bench.Advance(60);
            lease = await bench.LeaseOneAsync();
        }

        var waiting = await bench.EnqueueAsync();
        await AttemptAsync(() => cut.RetryAsync(lease, new LeaseFailure("reason"), Token));
        await bench.RetryAsync(lease);

        var found = await DrainAsync(bench);
        found.Concat(await BuriedAsync(bench)).ShouldContain(failed.Topic);
        found.ShouldContain(waiting.Topic);
    });

    [Theory, EveryServer]
    public async Task LeaseWithUnreadableItem_CutAnywhere_LosesNoReadableItem(ServerKind kind) => await ForEachCutAsync(kind, async (bench, cut) =>
    {
        await bench.TamperAsync((database, shard) => database.ListRightPushAsync(shard.Prefix + "items:demo:215", "0|{broken"));
        var readable = await bench.EnqueueAsync();
        await AttemptAsync(() => cut.LeaseAsync(Token));

        (await DrainAsync(bench)).ShouldContain(readable.Topic);
        (await bench.DeadLettersAsync()).ShouldNotBeEmpty();
    });

    private static readonly InboxOptions Options = new() { MaxAttempts = 3 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task ForEachCutAsync(ServerKind kind, Func<InboxBench, IInbox, Task> scenario) =>
        await ForEachCutAsync(kind, (bench, scripts) => scenario(bench, bench.Open(scripts: scripts)));

    private async Task ForEachCutOfLettersAsync(ServerKind kind, Func<InboxBench, IDeadLetters, Task> scenario) =>
        await ForEachCutAsync(kind, (bench, scripts) => scenario(bench, bench.OpenDeadLetters(scripts)));

    private async Task ForEachCutAsync(ServerKind kind, Func<InboxBench, InboxScripts, Task> scenario)
    {
        var connection = await servers.ConnectAsync(kind);
        for (var writes = 0; writes < MoreThanAnyScriptWrites; writes++)
        {
            var bench = new InboxBench(connection, Options);
            await scenario(bench, new InboxScripts(file => CutAfter(writes, RedisScript.Load(file))));
        }
    }

    private static async Task BuryAsync(InboxBench bench)
    {
        while (await bench.RetryAsync(await bench.LeaseOneAsync()) != RetryResult.DeadLettered)
        {
            bench.Advance(60);
        }
    }

    private static async Task<IEnumerable<string>> BuriedAsync(InboxBench bench) =>
        (await bench.DeadLettersAsync()).SelectMany(letter => letter.Items).Select(item => item.Topic);

    private static async Task AttemptAsync(Func<Task> operation)
    {
        try
        {
            await operation();
        }
        catch (StorageUnavailableException)
        {
            // What the caller sees when the server dies during its call.
        }
    }

    // Redis and Garnet alike keep what a script has written before it fails.
    private static RedisScript CutAfter(int writes, RedisScript script) => new($$"""
        local server, left = redis, {{writes}}
        local reads = { EXISTS = true, HMGET = true, HGET = true, GET = true, ZSCORE = true, ZCARD = true, LRANGE = true, LLEN = true,
            LINDEX = true, HEXISTS = true, ZRANGEBYSCORE = true }
        local redis = { call = function(command, ...)
            if not reads[command] then
                if left == 0 then error('killed') end
                left = left - 1
            end
            return server.call(command, ...)
        end }
        {{script.Text}}
        """);

    /// <summary>Processes everything, leases that a crash left behind included, and returns the topics found.</summary>
    private static async Task<List<string>> DrainAsync(InboxBench bench)
    {
        var found = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            bench.Advance(61);
            while (await bench.LeaseAsync() is { } lease)
            {
                found.AddRange(lease.Items.Select(item => item.Topic));
                (await bench.CompleteAsync(lease)).ShouldBeTrue();
            }
        }

        (await bench.MeasureAsync()).Waiting.ShouldBe(0);
        return [.. found.Distinct()];
    }
}
