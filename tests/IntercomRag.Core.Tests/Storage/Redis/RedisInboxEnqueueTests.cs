using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisInboxEnqueueTests(CacheServers servers)
{
    [Theory, EveryServer]
    public async Task Enqueue_SameIdTwice_IsADuplicate(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));

        (await EnqueueAsync(bench, bench.Item("215", "notif_1"))).ShouldBe(EnqueueResult.Stored);
        (await EnqueueAsync(bench, bench.Item("215", "notif_1"))).ShouldBe(EnqueueResult.Duplicate);

        (await bench.LeaseOneAsync()).Items.Count.ShouldBe(1);
    }

    [Theory, EveryServer]
    public async Task Enqueue_OneOfSeveralIdsKnown_IsADuplicate(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));

        await EnqueueAsync(bench, bench.Item("215", "notif_1", "215/99"));

        (await EnqueueAsync(bench, bench.Item("215", "notif_2", "215/99"))).ShouldBe(EnqueueResult.Duplicate);
        (await EnqueueAsync(bench, bench.Item("215", "notif_3", "215/100"))).ShouldBe(EnqueueResult.Stored);
    }

    [Theory, EveryServer]
    public async Task Enqueue_WithoutIds_IsAlwaysStored(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));

        await EnqueueAsync(bench, bench.Item("215"));

        (await EnqueueAsync(bench, bench.Item("215"))).ShouldBe(EnqueueResult.Stored);
    }

    [Theory, EveryServer]
    public async Task Enqueue_SameIdInAnotherWorkspace_IsStored(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));

        await EnqueueAsync(bench, bench.Item("215", "215/99"));
        var other = bench.Item("215", "215/99") with { Subject = new SubjectKey("other", "215") };

        (await EnqueueAsync(bench, other)).ShouldBe(EnqueueResult.Stored);
    }

    [Theory, EveryServer]
    public async Task Enqueue_SameIdInAnotherInbox_IsStored(ServerKind kind)
    {
        var conversations = new InboxBench(await servers.ConnectAsync(kind));
        var articles = new InboxBench(await servers.ConnectAsync(kind));

        await EnqueueAsync(conversations, conversations.Item("215", "notif_1"));

        (await EnqueueAsync(articles, articles.Item("215", "notif_1"))).ShouldBe(EnqueueResult.Stored);
        await conversations.CompleteAsync(await conversations.LeaseOneAsync());
        (await conversations.LeaseAsync()).ShouldBeNull();
        (await articles.LeaseAsync()).ShouldNotBeNull();
    }

    [Theory, EveryServer]
    public async Task Enqueue_IdOfACompletedItem_IsADuplicate(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await EnqueueAsync(bench, bench.Item("215", "notif_1"));
        await bench.CompleteAsync(await bench.LeaseOneAsync());

        (await EnqueueAsync(bench, bench.Item("215", "notif_1"))).ShouldBe(EnqueueResult.Duplicate);
    }

    [Theory, EveryServer]
    public async Task Enqueue_IdPastItsTime_IsStoredAgain(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind), new InboxOptions { DeduplicationTime = TimeSpan.FromMilliseconds(300) });
        await EnqueueAsync(bench, bench.Item("215", "notif_1"));
        (await EnqueueAsync(bench, bench.Item("215", "notif_1"))).ShouldBe(EnqueueResult.Duplicate);

        // The server's own clock forgets it.
        await Eventually.HoldsAsync(
            async () => await EnqueueAsync(bench, bench.Item("215", "notif_1")) == EnqueueResult.Stored,
            cancellationToken: TestContext.Current.CancellationToken);
    }

    [Theory, EveryServer]
    public async Task Enqueue_OddIds_ComeBackUnchanged(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        var odd = bench.Item("215", "né:{x}|\"1\"") with { Subject = new SubjectKey("ws:1|{a}", "id \"é\" %2F:{}\n") };

        await EnqueueAsync(bench, odd);

        var lease = await bench.LeaseOneAsync();
        lease.Subject.ShouldBe(odd.Subject);
        lease.Items.ShouldHaveSingleItem().DeduplicationIds.ShouldBe(odd.DeduplicationIds);
        (await bench.CompleteAsync(lease)).ShouldBeTrue();
    }

    [Theory, EveryServer]
    public async Task Enqueue_Item_KeepsEveryField(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        var created = new DateTimeOffset(2026, 1, 5, 8, 59, 58, TimeSpan.Zero);
        var item = new InboxItem(
            InboxBench.Subject(), ["notif_1", "215/99"], "conversation.user.replied", created, created.AddSeconds(1), "00-aa-bb-01");

        await EnqueueAsync(bench, item);

        var stored = (await bench.LeaseOneAsync()).Items.ShouldHaveSingleItem();
        stored.DeduplicationIds.ShouldBe(item.DeduplicationIds);
        (stored with { DeduplicationIds = item.DeduplicationIds }).ShouldBe(item);
    }

    private static Task<EnqueueResult> EnqueueAsync(InboxBench bench, InboxItem item) =>
        bench.Inbox.EnqueueAsync(item, BurstWindow.None, TestContext.Current.CancellationToken);
}
