using IntercomRag.Core.Knowledge;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Storage.Sqlite;

public sealed class SqliteConcurrencyTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryIndex _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Read_WhileAnArticleIsReplaced_SeesOneVersionWhole()
    {
        const int ReadsOfEach = 50;

        // On a loaded machine fifty reads can be over before the first write.
        const int MostReads = 5000;
        await _temporary.Index.ReplaceAsync(Version(0), Cancel);
        var readers = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(ReadAsync, Cancel)));

        // Written as long as anybody reads, so that the reads meet writes however fast either is.
        var version = 0;
        do
        {
            await _temporary.Index.ReplaceAsync(Version(++version), Cancel);
        }
        while (!readers.IsCompleted);

        (await readers).Max().ShouldBeGreaterThan(0, "no reader met a later version");

        async Task<int> ReadAsync()
        {
            var index = _temporary.Another().Index;
            var seen = 0;
            for (var read = 0; read < ReadsOfEach || (seen == 0 && read < MostReads); read++)
            {
                var article = (await index.ReadAsync([new ArticleKey("1", "en")], Cancel)).ShouldHaveSingleItem();
                article.Chunks.Count.ShouldBe(3);
                var versions = article.Chunks.Select(chunk => chunk.Text.Split(' ')[1]).Append(article.Card.Title.Split(' ')[1]).Distinct();
                seen = Math.Max(seen, int.Parse(versions.ShouldHaveSingleItem(), System.Globalization.CultureInfo.InvariantCulture));
            }

            return seen;
        }

        static Core.Knowledge.Index.IndexedArticle Version(int n) => Article("1", $"version {n}", $"passage {n}||passage {n} b||passage {n} c", hash: $"{n}");
    }

    [Fact]
    public async Task Replace_FromSeveralWriters_GivesEveryChangeAVersionOfItsOwn()
    {
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                var index = _temporary.Another().Index;
                for (var i = 0; i < 40; i++)
                {
                    await index.ReplaceAsync(Article($"{writer}-{i % 10}", "common", $"text{i}"), Cancel);
                }

                await index.RemoveAsync(new ArticleKey($"{writer}-0", "en"), Cancel);
            },
            Cancel));
        await Task.WhenAll(writers);

        var changes = await _temporary.Index.ReadChangesAsync(null, 1000, Cancel);

        changes.Version.Number.ShouldBe(4 * 41);
        changes.Changed.Select(article => article.Card.Key).ShouldBe((await _temporary.Index.ReadHashesAsync(Cancel)).Keys, ignoreOrder: true);
        changes.Changed.Count.ShouldBe(4 * 9);
    }

    [Fact]
    public async Task Remove_EveryArticle_LeavesNoText()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "title", "text||more"), Cancel);
        await _temporary.Index.RemoveAsync(new ArticleKey("1", "en"), Cancel);

        await using var connection = await _temporary.File.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM article) + (SELECT COUNT(*) FROM chunk)";
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe(0L);
    }

    [Fact]
    public async Task TryLead_WhileAnotherProcessLeads_IsRefusedUntilItEnds()
    {
        using var other = _temporary.Another().Store;
        var lead = await _temporary.Store.TryLeadAsync(Cancel);

        (await other.TryLeadAsync(Cancel)).ShouldBeNull();
        (await _temporary.Store.TryLeadAsync(Cancel)).ShouldBeNull();
        await lead!.DisposeAsync();
        await using var second = await other.TryLeadAsync(Cancel);

        second.ShouldNotBeNull();
    }

    [Fact]
    public async Task Enter_FromSeveralProcesses_LetsOneInAtATime()
    {
        var inside = 0;
        var most = 0;
        var visits = Enumerable.Range(0, 3).Select(_ => _temporary.Another().Store).SelectMany(store => Enumerable.Range(0, 10).Select(_ => Task.Run(
            async () =>
            {
                await using var right = await store.EnterAsync(Cancel);
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            },
            Cancel)));

        await Task.WhenAll(visits);

        most.ShouldBe(1);
    }
}
