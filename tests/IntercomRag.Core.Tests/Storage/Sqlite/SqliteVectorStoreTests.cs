using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Storage.Sqlite;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Storage.Sqlite;

public sealed class SqliteVectorStoreTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly float[] s_vector = [0.6f, -0.8f];
    private readonly TemporaryIndex _temporary = new();
    private readonly SqliteVectorStore _store;

    public SqliteVectorStoreTests() => _store = new SqliteVectorStore(_temporary.File, TimeProvider.System);

    public void Dispose()
    {
        _store.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public async Task Add_Vector_ComesBackToTheLastBit()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "t", "x"), Cancel);
        var space = await _store.BeginSpaceAsync("m", new float[] { 1, 0 }, Cancel);
        await AddAsync(space, [MathF.PI, -1e-30f]);
        await _store.SwitchAsync(space, Cancel);

        var changes = await _store.ReadChangesAsync(null, 10, Cancel);

        changes.Space!.Probe.ShouldBe([1, 0]);
        changes.Changed.ShouldHaveSingleItem().Values.ToArray().ShouldBe([MathF.PI, -1e-30f]);
    }

    [Fact]
    public async Task Add_TextGoneMeanwhile_LeavesNothingBehind()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "t", "x"), Cancel);
        var space = await _store.BeginSpaceAsync("m", s_vector, Cancel);
        var pending = await _store.ReadPendingAsync(space, "", 10, Cancel);
        await _temporary.Index.RemoveAsync(new ArticleKey("1", "en"), Cancel);

        await _store.AddAsync(space, [.. pending.Select(passage => new PassageVector(passage.Hash, s_vector))], Cancel);

        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Add_SpaceGivenUpMeanwhile_LeavesNothingBehind()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "t", "x"), Cancel);
        var first = await _store.BeginSpaceAsync("first", s_vector, Cancel);
        var second = await _store.BeginSpaceAsync("second", s_vector, Cancel);

        await AddAsync(first, s_vector);
        await _store.SwitchAsync(first, Cancel);

        (await CountAsync()).ShouldBe(0);
        second.Id.ShouldNotBe(first.Id);
        (await _store.ReadSpacesAsync(Cancel)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(space => space.Id.ShouldBe(second.Id), space => space.IsLive.ShouldBeFalse());
    }

    [Fact]
    public async Task ReadChanges_NothingHappened_HasTheSameVersion()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "t", "x"), Cancel);
        var space = await _store.BeginSpaceAsync("m", s_vector, Cancel);
        await AddAsync(space, s_vector);
        var before = await _store.ReadChangesAsync(null, 10, Cancel);
        before.Space.ShouldBeNull("a space that is being filled is nobody's business");

        await _store.SwitchAsync(space, Cancel);
        var live = await _store.ReadChangesAsync(before.Version, 10, Cancel);
        var again = await _store.ReadChangesAsync(live.Version, 10, Cancel);

        (live.FromNothing, live.Changed.Count).ShouldBe((true, 1));
        (again.FromNothing, again.Version, again.Changed.Count).ShouldBe((false, live.Version, 0));
    }

    [Fact]
    public async Task ReadChanges_FileReplaced_StartsFromNothing()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "t", "x"), Cancel);
        var space = await _store.BeginSpaceAsync("m", s_vector, Cancel);
        await AddAsync(space, s_vector);
        await _store.SwitchAsync(space, Cancel);
        var version = (await _store.ReadChangesAsync(null, 10, Cancel)).Version;
        await using (var connection = await _temporary.File.OpenAsync(Cancel))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        await _temporary.Store.PrepareAsync(Cancel);

        (await _store.ReadChangesAsync(version, 10, Cancel)).ShouldSatisfyAllConditions(changes => changes.FromNothing.ShouldBeTrue(), changes => changes.Space.ShouldBeNull());
    }

    [Fact]
    public async Task TryLead_WhileAnotherProcessEmbeds_IsRefusedUntilItEnds()
    {
        using var other = new SqliteVectorStore(_temporary.Another().File, TimeProvider.System);
        var lead = await _store.TryLeadAsync(Cancel);

        (await other.TryLeadAsync(Cancel)).ShouldBeNull();
        await lead!.DisposeAsync();
        await using var second = await other.TryLeadAsync(Cancel);

        second.ShouldNotBeNull();
    }

    private async Task AddAsync(EmbeddingSpace space, float[] vector)
    {
        var pending = await _store.ReadPendingAsync(space, "", 10, Cancel);
        await _store.AddAsync(space, [.. pending.Select(passage => new PassageVector(passage.Hash, vector))], Cancel);
    }

    private async Task<long> CountAsync()
    {
        await using var connection = await _temporary.File.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM vector";
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
