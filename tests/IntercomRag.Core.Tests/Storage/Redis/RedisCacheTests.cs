using IntercomRag.Core.Storage.Redis;
using IntercomRag.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisCacheTests(CacheServers servers)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, EveryServer]
    public async Task Get_AfterSet_ReturnsTheValueUntilItIsRemoved(ServerKind kind)
    {
        var (cache, key) = (Open(await servers.ConnectAsync(kind)), NewKey());
        (await cache.GetAsync<Profile>(key, Token)).ShouldBeNull();

        await cache.SetAsync(key, new Profile("Zoé", 3), Minute, Token);
        (await cache.GetAsync<Profile>(key, Token)).ShouldBe(new Profile("Zoé", 3));

        await cache.RemoveAsync(key, Token);
        (await cache.GetAsync<Profile>(key, Token)).ShouldBeNull();
    }

    [Theory, EveryServer]
    public async Task Get_PastItsTime_ReturnsNull(ServerKind kind)
    {
        var (cache, key) = (Open(await servers.ConnectAsync(kind)), NewKey());
        await cache.SetAsync(key, new Profile("Ada", 1), TimeSpan.FromMilliseconds(100), Token);

        await Eventually.HoldsAsync(async () => await cache.GetAsync<Profile>(key, Token) is null, cancellationToken: Token);
    }

    [Theory, EveryServer]
    public async Task Get_BrokenValue_IsAMiss(ServerKind kind)
    {
        var connection = await servers.ConnectAsync(kind);
        var (cache, key) = (Open(connection), NewKey());
        await connection.RunAsync(database => database.StringSetAsync($"cache:{key}", "{\"name\":"), Token);

        (await cache.GetAsync<Profile>(key, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task AnyMember_NoServer_DoesNotFail()
    {
        await using var connection = CacheServers.Connect("127.0.0.1:1", TimeSpan.FromMilliseconds(200));
        var cache = Open(connection);

        (await cache.GetAsync<Profile>("key", Token)).ShouldBeNull();
        await Should.NotThrowAsync(() => cache.SetAsync("key", new Profile("Ada", 1), Minute, Token));
        await Should.NotThrowAsync(() => cache.RemoveAsync("key", Token));
    }

    [Fact]
    public async Task Get_Cancelled_Throws()
    {
        await using var connection = CacheServers.Connect("127.0.0.1:1");

        await Should.ThrowAsync<OperationCanceledException>(() => Open(connection).GetAsync<Profile>("key", new CancellationToken(canceled: true)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static RedisCache Open(RedisConnection connection) => new(connection, NullLogger<RedisCache>.Instance);

    private static string NewKey() => $"{Guid.NewGuid():N}";

    private sealed record Profile(string Name, int Visits);
}
