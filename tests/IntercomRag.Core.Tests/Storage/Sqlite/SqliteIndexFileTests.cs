using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Storage.Sqlite;

public sealed class SqliteIndexFileTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryIndex _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Prepare_NoDatabase_IsPutAsideAndReplaced()
    {
        await File.WriteAllTextAsync(_temporary.Path, new string('x', 10_000), Cancel);

        (await Should.ThrowAsync<KnowledgeIndexException>(() => _temporary.Index.ReadHashesAsync(Cancel))).Message.ShouldContain("damaged");
        await _temporary.Store.PrepareAsync(Cancel);

        (await _temporary.Index.ReadHashesAsync(Cancel)).ShouldBeEmpty();
        (await File.ReadAllTextAsync(Aside().ShouldHaveSingleItem(), Cancel)).ShouldStartWith("xxx");
    }

    [Fact]
    public async Task Prepare_DamagedPages_ArePutAside()
    {
        for (var i = 0; i < 50; i++)
        {
            await _temporary.Index.ReplaceAsync(Article($"{i}", "title", string.Join(' ', Enumerable.Range(0, 500).Select(n => $"word{n}"))), Cancel);
        }

        await _temporary.Store.CompactAsync(Cancel);
        SqliteConnection.ClearAllPools();
        await using (var file = File.OpenWrite(_temporary.Path))
        {
            file.Position = 4096 * 3;
            file.Write(new byte[4096 * 10]);
        }

        await _temporary.Store.PrepareAsync(Cancel);

        (await _temporary.Index.ReadHashesAsync(Cancel)).ShouldBeEmpty();
        Aside().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Prepare_OtherVersion_IsPutAside()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "t", "x"), Cancel);
        await ExecuteAsync("PRAGMA user_version=999");

        (await Should.ThrowAsync<KnowledgeIndexException>(() => _temporary.Index.ReadChangesAsync(null, 1, Cancel))).Message.ShouldContain("version 999");
        await _temporary.Store.PrepareAsync(Cancel);

        (await _temporary.Index.ReadHashesAsync(Cancel)).ShouldBeEmpty();
        Aside().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Prepare_DatabaseOfSomethingElse_IsPutAsideWhole()
    {
        await ExecuteAsync("CREATE TABLE customers(id)");

        await _temporary.Store.PrepareAsync(Cancel);

        (await _temporary.Index.ReadHashesAsync(Cancel)).ShouldBeEmpty();
        await using var aside = new SqliteConnection($"Data Source={Aside().Single()}");
        await aside.OpenAsync(Cancel);
        await using var command = aside.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_schema";
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe("customers");
    }

    [Fact]
    public async Task Prepare_GoodFile_KeepsItsContent()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "t", "x"), Cancel);
        var state = new SyncState(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), null);
        await _temporary.Store.WriteStateAsync(state, Cancel);

        await _temporary.Store.PrepareAsync(Cancel);

        (await _temporary.Index.ReadHashesAsync(Cancel)).Count.ShouldBe(1);
        (await _temporary.Store.ReadStateAsync(Cancel)).ShouldBe(state);
        Aside().ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_ManyAtOnceOnNoFile_CreateOneIndex()
    {
        var opens = Enumerable.Range(0, 16).Select(i => Task.Run(() => _temporary.Another().Index.ReplaceAsync(Article($"{i}", "t", "x"), Cancel), Cancel));

        await Task.WhenAll(opens);

        (await _temporary.Index.ReadHashesAsync(Cancel)).Count.ShouldBe(16);
    }

    private IEnumerable<string> Aside() => Directory.GetFiles(Path.GetDirectoryName(_temporary.Path)!, "*.aside-*").Where(file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal));

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_temporary.Path};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
