using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval.Words;
using IntercomRag.Core.Tests.Storage.Sqlite;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Retrieval.Words;

public sealed class LiveWordIndexTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryIndex _temporary = new();
    private readonly LiveWordIndex _words;

    public LiveWordIndexTests() => _words = new LiveWordIndex(_temporary.Index);

    public void Dispose()
    {
        _words.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public async Task Refresh_AfterChangesOfAnotherProcess_FindsWhatIsThereNow()
    {
        var writer = _temporary.Another().Index;
        await writer.ReplaceAsync(Article("1", "refund", "x"), Cancel);
        await writer.ReplaceAsync(Article("2", "refund", "x"), Cancel);
        (await FindAsync("en", "refund")).ShouldBe(["1", "2"]);

        await writer.RemoveAsync(new ArticleKey("1", "en"), Cancel);
        await writer.ReplaceAsync(Article("2", "invoice", "x"), Cancel);

        (await FindAsync("en", "refund")).ShouldBeEmpty();
        (await FindAsync("en", "invoice")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task Refresh_FileReplaced_ForgetsTheFormerOne()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "refund", "x"), Cancel);
        (await FindAsync("en", "refund")).ShouldBe(["1"]);
        await using (var connection = await _temporary.File.OpenAsync(Cancel))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        await _temporary.Store.PrepareAsync(Cancel);

        (await FindAsync("en", "refund")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_Language_HasItsRegionsAndNoOtherLanguage()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "plan", "x", "fr"), Cancel);
        await _temporary.Index.ReplaceAsync(Article("2", "plan", "x", "fr-CA"), Cancel);
        await _temporary.Index.ReplaceAsync(Article("3", "plan", "x"), Cancel);

        (await FindAsync("fr", "plan")).ShouldBe(["1", "2"]);
        (await FindAsync("de", "plan")).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> FindAsync(string language, string text)
    {
        await _words.RefreshAsync(Cancel);
        return _words.Read<IReadOnlyList<string>>(language, words => [.. words.Search(text, [Audience.Everyone], 10).Articles.Select(match => match.Key.ArticleId)]);
    }
}
