using IntercomRag.Core.CatchUp;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisCatchUpStoreTests(CacheServers servers)
{
    private readonly FakeTimeProvider _time = new();
    private readonly string _workspace = Guid.NewGuid().ToString("N");

    [Theory, EveryServer]
    public async Task Hold_Free_IsTakenAndKeptByItsOwnerAlone(ServerKind kind)
    {
        var store = await StoreAsync(kind);

        (await HoldAsync(store, "first", seconds: 10)).ShouldBe(new CatchUpHold(null, null));
        (await HoldAsync(store, "second", seconds: 10)).HeldUntil.ShouldBe(_time.GetUtcNow().AddSeconds(10));
        (await HoldAsync(store, "first", seconds: 20)).HeldUntil.ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(19));
        (await HoldAsync(store, "second", seconds: 10)).HeldUntil.ShouldNotBeNull();
        _time.Advance(TimeSpan.FromSeconds(1));

        (await HoldAsync(store, "second", seconds: 10)).HeldUntil.ShouldBeNull();
        (await HoldAsync(store, "first", seconds: 10)).HeldUntil.ShouldNotBeNull("it was taken over");
    }

    [Theory, EveryServer]
    public async Task Hold_Watermark_IsSeenByTheNextOwnerAndSetByNobodyElse(ServerKind kind)
    {
        var store = await StoreAsync(kind);
        var watermark = _time.GetUtcNow().AddMinutes(-1);

        (await HoldAsync(store, "first", seconds: 10, watermark)).Watermark.ShouldBe(watermark);
        (await HoldAsync(store, "first", seconds: 10)).Watermark.ShouldBe(watermark);
        (await HoldAsync(store, "second", seconds: 10, watermark.AddHours(1))).Watermark.ShouldBe(watermark);
        _time.Advance(TimeSpan.FromSeconds(10));

        (await HoldAsync(store, "second", seconds: 10)).ShouldBe(new CatchUpHold(watermark, null));
    }

    private Task<CatchUpHold> HoldAsync(RedisCatchUpStore store, string owner, int seconds, DateTimeOffset? watermark = null) =>
        store.HoldAsync(_workspace, owner, _time.GetUtcNow().AddSeconds(seconds), watermark, TestContext.Current.CancellationToken);

    private async Task<RedisCatchUpStore> StoreAsync(ServerKind kind) => new(await servers.ConnectAsync(kind), _time);
}
