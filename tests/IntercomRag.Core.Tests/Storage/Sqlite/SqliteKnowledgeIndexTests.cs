using System.Text.Json;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Storage.Sqlite;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Storage.Sqlite;

public sealed class SqliteKnowledgeIndexTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryIndex _temporary = new();

    private SqliteKnowledgeIndex Index => _temporary.Index;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Read_IndexedArticle_IsAsItWasPutIn()
    {
        var article = Article("1", "Cancel a booking", "Open Bookings.||Press Cancel & confirm.", description: "About it", headings: ["How", "Now"]);
        await Index.ReplaceAsync(article, Cancel);

        var read = (await Index.ReadAsync([article.Card.Key, new("2", "en")], Cancel)).ShouldHaveSingleItem();

        JsonSerializer.Serialize(read).ShouldBe(JsonSerializer.Serialize(article));
    }

    [Fact]
    public async Task Replace_SameKey_LeavesNothingOfTheFormerVersion()
    {
        await Index.ReplaceAsync(Article("1", "Old", "former words||second passage", hash: "a"), Cancel);
        await Index.ReplaceAsync(Article("1", "New", "later words", hash: "b"), Cancel);

        var article = (await Index.ReadAsync([new("1", "en")], Cancel)).ShouldHaveSingleItem();
        article.Chunks.ShouldHaveSingleItem().Text.ShouldBe("later words");
        (await Index.ReadHashesAsync(Cancel)).ShouldBe(new Dictionary<ArticleKey, string> { [new("1", "en")] = "b" });
    }

    [Fact]
    public async Task Remove_OneLocale_KeepsTheOther()
    {
        await Index.ReplaceAsync(Article("1", "Cancel", "text"), Cancel);
        await Index.ReplaceAsync(Article("1", "Annuler", "texte", "fr"), Cancel);
        await Index.RemoveAsync(new ArticleKey("1", "en"), Cancel);
        await Index.RemoveAsync(new ArticleKey("none", "en"), Cancel);

        (await Index.ReadHashesAsync(["1", "none"], Cancel)).Keys.ShouldBe([new ArticleKey("1", "fr")]);
        (await Index.FindAsync([new("1", "en"), new("1", "fr")], Cancel)).ShouldHaveSingleItem().Title.ShouldBe("Annuler");
    }

    [Theory]
    [InlineData("'; DROP TABLE article; --")]
    [InlineData("\"")]
    [InlineData("")]
    [InlineData("日本語 ½")]
    public async Task Read_AnyTextAndId_IsOnlyText(string text)
    {
        await Index.ReplaceAsync(Article(text, text, text, text), Cancel);

        (await Index.ReadAsync([new(text, text)], Cancel)).ShouldHaveSingleItem().Chunks[0].Text.ShouldBe(text);
    }

    [Fact]
    public async Task ReadChanges_NothingNew_IsEmptyAtTheSameVersion()
    {
        await Index.ReplaceAsync(Article("1", "t", "x"), Cancel);
        var first = await Index.ReadChangesAsync(null, 10, Cancel);

        var second = await Index.ReadChangesAsync(first.Version, 10, Cancel);

        first.FromNothing.ShouldBeTrue();
        (second.FromNothing, second.Changed.Count, second.Removed.Count, second.HasMore).ShouldBe((false, 0, 0, false));
        second.Version.ShouldBe(first.Version);
    }

    [Fact]
    public async Task ReadChanges_AfterEditRemovalAndReturn_HasEachArticleOnceAsItIsNow()
    {
        foreach (var id in new[] { "kept", "edited", "removed", "back" })
        {
            await Index.ReplaceAsync(Article(id, "old", "x"), Cancel);
        }

        var before = (await Index.ReadChangesAsync(null, 10, Cancel)).Version;
        await Index.RemoveAsync(new("back", "en"), Cancel);
        await Index.ReplaceAsync(Article("edited", "once", "x"), Cancel);
        await Index.ReplaceAsync(Article("edited", "twice", "x"), Cancel);
        await Index.RemoveAsync(new("removed", "en"), Cancel);
        await Index.ReplaceAsync(Article("back", "again", "x"), Cancel);

        var changes = await Index.ReadChangesAsync(before, 10, Cancel);

        changes.Changed.Select(article => (article.Card.Key.ArticleId, article.Card.Title)).ShouldBe([("edited", "twice"), ("back", "again")]);
        changes.Removed.ShouldBe([new ArticleKey("removed", "en")]);
    }

    [Fact]
    public async Task ReadChanges_MoreThanTheLimit_ComeInTurn()
    {
        foreach (var id in new[] { "a", "b", "c" })
        {
            await Index.ReplaceAsync(Article(id, "t", "x"), Cancel);
        }

        var first = await Index.ReadChangesAsync(null, 2, Cancel);
        await Index.RemoveAsync(new("a", "en"), Cancel);
        var second = await Index.ReadChangesAsync(first.Version, 2, Cancel);

        (first.HasMore, second.HasMore).ShouldBe((true, false));
        first.Changed.Select(article => article.Card.Key.ArticleId).ShouldBe(["a", "b"]);
        second.Changed.Select(article => article.Card.Key.ArticleId).ShouldBe(["c"]);
        second.Removed.ShouldBe([new ArticleKey("a", "en")]);
    }

    [Fact]
    public async Task ReadChanges_FromAnotherFile_StartFromNothing()
    {
        using var other = new TemporaryIndex();
        await other.Index.ReplaceAsync(Article("x", "t", "x"), Cancel);
        await Index.ReplaceAsync(Article("1", "t", "x"), Cancel);
        var foreign = (await other.Index.ReadChangesAsync(null, 10, Cancel)).Version;

        var changes = await Index.ReadChangesAsync(foreign, 10, Cancel);

        changes.FromNothing.ShouldBeTrue();
        changes.Changed.ShouldHaveSingleItem().Card.Key.ArticleId.ShouldBe("1");
    }
}
