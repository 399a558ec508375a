using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Storage.Redis;

/// <summary>What others, older versions or crashes may have left in the store.</summary>
public sealed class RedisInboxDamageTests(CacheServers servers)
{
    public static TheoryData<string> Unreadable =>
    [
        "", "0|", "0|null", "0|[]", "garbage", "0|{\"topic\":\"x\"}", "0|{\"deduplicationIds\":null,\"topic\":\"x\"}", "x|{\"a\":1}", "0|{\"topic",
    ];

    [Theory, EveryServer]
    public async Task Lease_UnreadableItemAmongOthers_BuriesItAndLeasesTheOthers(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.EnqueueAsync();
        await bench.TamperAsync((database, shard) => database.ListRightPushAsync(shard.Prefix + "items:demo:215", "0|{broken"));
        var last = await bench.EnqueueAsync();

        var lease = await bench.LeaseOneAsync();
        var arrived = await bench.EnqueueAsync();

        lease.Items.Count.ShouldBe(2);
        lease.Items[1].Topic.ShouldBe(last.Topic);
        var letter = (await bench.DeadLettersAsync()).ShouldHaveSingleItem();
        letter.Subject.ShouldBe(InboxBench.Subject());
        letter.Reason.ShouldBe("The item cannot be read.");
        letter.Items.ShouldBeEmpty();
        (await bench.CompleteAsync(lease)).ShouldBeTrue();
        (await bench.LeaseOneAsync()).Items.ShouldHaveSingleItem().Topic.ShouldBe(arrived.Topic);
    }

    [Theory, MemberData(nameof(Unreadable))]
    public async Task Lease_OnlyUnreadableItems_BuriesThemAndGoesOn(string element)
    {
        var bench = new InboxBench(await servers.ConnectAsync(ServerKind.Garnet));
        await bench.TamperAsync((database, shard) => database.ListRightPushAsync(shard.Prefix + "items:demo:1", element));
        await bench.TamperAsync((database, shard) => database.SortedSetAddAsync(shard.Due, "demo:1", 0));
        await bench.EnqueueAsync("2");

        (await bench.LeaseOneAsync()).Subject.Id.ShouldBe("2");

        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 1, 1));
    }

    [Theory, EveryServer]
    public async Task Lease_DueSubjectWithoutItems_IsCleared(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.TamperAsync((database, shard) => database.SortedSetAddAsync(shard.Due, "demo:1", 0));
        await bench.TamperAsync((database, shard) => database.SortedSetAddAsync(shard.Due, "not a subject of ours", 0));

        (await bench.LeaseAsync()).ShouldBeNull();

        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 0, 0));
    }

    [Theory, EveryServer]
    public async Task ReadDeadLetters_UnreadableRecord_IsShownAsOne(ServerKind kind)
    {
        var bench = new InboxBench(await servers.ConnectAsync(kind));
        await bench.TamperAsync((database, shard) => database.ListLeftPushAsync(shard.FormerLetters, "{broken"));

        (await bench.DeadLettersAsync()).ShouldHaveSingleItem().Reason.ShouldContain("cannot be read");
    }
}
