using System.Net;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Storage.Sqlite;
using IntercomRag.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IntercomRag.Api.Tests.Outages;

public sealed class IndexOutageTests : IAsyncLifetime
{
    private readonly GarnetServer _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(_server.StartAsync(Token));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task DamagedFile_HealthSaysSoAndTheNewFileIsSeenWithoutARestart()
    {
        await using var api = new ApiOnServer(_server.ConnectionString);
        using var client = api.CreateClient();
        var index = api.Services.GetRequiredService<IKnowledgeIndex>();
        await index.ReplaceAsync(Article("old"), Token);
        (await ApiOnServer.HealthAsync(client)).Status.ShouldBe(HttpStatusCode.OK);

        await File.WriteAllTextAsync(api.IndexPath, new string('x', 10_000), Token);

        (await ApiOnServer.HealthAsync(client)).Checks["knowledge-index"].ShouldBe("Unhealthy");
        (await ApiOnServer.AliveAsync(client)).ShouldBe(HttpStatusCode.OK);
        await ApiOnServer.StoreAsync(client, "1");

        await RebuildAsync(api.IndexPath, "new");

        await Eventually.HoldsAsync(async () => (await ApiOnServer.HealthAsync(client)).Status == HttpStatusCode.OK, cancellationToken: Token);
        (await index.ReadHashesAsync(Token)).Keys.ShouldHaveSingleItem().ArticleId.ShouldBe("new");
    }

    [Fact]
    public async Task ReplacedFile_NotDamagedWhereItIsRead_IsSeenWithoutARestart()
    {
        await using var api = new ApiOnServer(_server.ConnectionString);
        var index = api.Services.GetRequiredService<IKnowledgeIndex>();
        await index.ReplaceAsync(Article("old"), Token);
        (await index.ReadHashesAsync(Token)).Count.ShouldBe(1);

        File.Move(api.IndexPath, api.IndexPath + ".aside");
        File.Move(api.IndexPath + "-wal", api.IndexPath + ".aside-wal");
        File.Move(api.IndexPath + "-shm", api.IndexPath + ".aside-shm");
        await RebuildAsync(api.IndexPath, "new");

        (await index.ReadHashesAsync(Token)).Keys.ShouldHaveSingleItem().ArticleId.ShouldBe("new");
    }

    [Fact]
    public async Task LockedFile_EveryPollIsAnsweredAndHealthComesBack()
    {
        await using var api = new ApiOnServer(_server.ConnectionString, ("KnowledgeIndex:BusyTimeout", "00:00:03"));
        using var client = api.CreateClient();
        (await ApiOnServer.HealthAsync(client)).Status.ShouldBe(HttpStatusCode.OK);
        SqliteConnection.ClearAllPools();
        await using (var other = new SqliteConnection($"Data Source={api.IndexPath};Pooling=False"))
        {
            await other.OpenAsync(Token);
            await using var command = other.CreateCommand();
            command.CommandText = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE";
            await command.ExecuteNonQueryAsync(Token);

            var began = TimeProvider.System.GetTimestamp();
            var polls = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ApiOnServer.HealthAsync(client)));
            polls.ShouldAllBe(poll => poll.Checks["knowledge-index"] == "Unhealthy");
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(10));
            (await ApiOnServer.AliveAsync(client)).ShouldBe(HttpStatusCode.OK);
        }

        await Eventually.HoldsAsync(
            async () => (await ApiOnServer.HealthAsync(client)).Status == HttpStatusCode.OK, TimeSpan.FromSeconds(30), Token);
    }

    /// <summary>As the worker does, in a process of its own.</summary>
    private static async Task RebuildAsync(string path, string article)
    {
        var options = Options.Create(new SqliteIndexOptions { ConnectionString = $"Endpoint=file://{path};Key=" });
        var file = new SqliteIndexFile(options, TimeProvider.System, NullLogger<SqliteIndexFile>.Instance);
        using var store = new SqliteSyncStore(file, TimeProvider.System);
        await store.PrepareAsync(Token);
        await new SqliteKnowledgeIndex(file).ReplaceAsync(Article(article), Token);
    }

    private static IndexedArticle Article(string id) => new(
        new ArticleCard(new ArticleKey(id, "en"), "Title", null, [], [], null, null, null), null, Audience.Everyone, "hash", [new Chunk(0, [], "text")]);
}
