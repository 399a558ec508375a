using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisInboxCapacityTests(CacheServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryServer]
    public async Task Enqueue_FullInbox_RefusesNewSubjectsOnly(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { Capacity = 2 });
        await bench.EnqueueAsync("1");
        await bench.EnqueueAsync("2");
        var third = bench.Item("3", "notif_3");

        (await bench.Inbox.EnqueueAsync(third, BurstWindow.None, Token)).ShouldBe(EnqueueResult.Full);
        await bench.EnqueueAsync("1");

        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(2, 0, 0));
    }

    [Theory, EveryServer]
    public async Task Enqueue_RefusedAndSentAgainWhenThereIsRoom_IsStored(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { Capacity = 1 });
        await bench.EnqueueAsync("1");
        var second = bench.Item("2", "notif_2");
        await bench.Inbox.EnqueueAsync(second, BurstWindow.None, Token);

        await bench.CompleteAsync(await bench.LeaseOneAsync());

        (await bench.Inbox.EnqueueAsync(second, BurstWindow.None, Token)).ShouldBe(EnqueueResult.Stored);
        (await bench.LeaseOneAsync()).Items.ShouldHaveSingleItem().Topic.ShouldBe(second.Topic);
    }

    [Theory, EveryServer]
    public async Task Enqueue_DuplicateIntoAFullInbox_IsADuplicate(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { Capacity = 1 });
        var first = bench.Item("1", "notif_1");
        await bench.Inbox.EnqueueAsync(first, BurstWindow.None, Token);

        (await bench.Inbox.EnqueueAsync(first, BurstWindow.None, Token)).ShouldBe(EnqueueResult.Duplicate);
    }
}
