using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisInboxOutOfMemoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Complete_ServerOutOfMemory_TakesTheItemsOffWhileNewOnesAreRefused()
    {
        Assert.SkipWhen(RedisServer.Missing is not null, RedisServer.Missing ?? "");
        await using var server = new RedisServer();
        await server.StartAsync(Token);
        await using var connection = CacheServers.Connect($"{server.ConnectionString},allowAdmin=true");
        var bench = new InboxBench(connection);
        await bench.EnqueueAsync();
        var lease = await bench.LeaseOneAsync();
        await bench.SaveAsync(lease, "plan");
        var waiting = await bench.EnqueueAsync();
        await bench.TamperAsync((database, _) => database.ExecuteAsync("CONFIG", "SET", "maxmemory", "1mb"));

        var refused = await Should.ThrowAsync<StorageUnavailableException>(
            () => bench.Inbox.EnqueueAsync(bench.Item("216", "notif_1"), BurstWindow.None, Token));
        (await bench.CompleteAsync(lease)).ShouldBeTrue();

        refused.Message.ShouldContain("OOM");
        await bench.TamperAsync((database, _) => database.ExecuteAsync("CONFIG", "SET", "maxmemory", "0"));
        (await bench.LeaseOneAsync()).Items.ShouldHaveSingleItem().Topic.ShouldBe(waiting.Topic);
        (await bench.MeasureAsync()).ShouldBe(new InboxDepth(0, 1, 0));
    }
}
