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
        var buried = (await bench.DeadLettersAsync()).SelectMany(letter => letter.Items).Select(item => item.Topic);
        found.Concat(buried).ShouldContain(failed.Topic);
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

    private async Task ForEachCutAsync(ServerKind kind, Func<InboxBench, IInbox, Task> scenario)
    {
        var connection = await servers.ConnectAsync(kind);
        for (var writes = 0; writes < MoreThanAnyScriptWrites; writes++)
        {
            var bench = new InboxBench(connection, Options);
            await scenario(bench, bench.Open(scripts: new InboxScripts(file => CutAfter(writes, RedisScript.Load(file)))));
        }
    }

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
        local reads = { EXISTS = true, HMGET = true, HGET = true, GET = true, ZSCORE = true, ZCARD = true, LRANGE = true, LLEN = true }
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
