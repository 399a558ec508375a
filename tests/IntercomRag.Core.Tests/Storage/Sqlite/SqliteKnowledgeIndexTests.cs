using System.Text.Json;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
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
    public async Task Search_IndexedArticle_ReturnsItAsItWasPutIn()
    {
        var article = Article("1", "Cancel a booking", "Open Bookings.||Press Cancel & confirm.", headings: ["How", "Now"]);
        await Index.ReplaceAsync(article, Cancel);

        var hit = (await Index.SearchAsync(Query("confirm"), Cancel)).ShouldHaveSingleItem();

        JsonSerializer.Serialize(hit.Article).ShouldBe(JsonSerializer.Serialize(article.Card));
        JsonSerializer.Serialize(hit.Chunk).ShouldBe(JsonSerializer.Serialize(article.Chunks[1]));
        hit.Score.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Replace_SameKey_LeavesNothingOfTheFormerVersion()
    {
        await Index.ReplaceAsync(Article("1", "Old", "former words||second passage", hash: "a"), Cancel);
        await Index.ReplaceAsync(Article("1", "New", "later words", hash: "b"), Cancel);

        (await Index.SearchAsync(Query("former", "second", "old"), Cancel)).ShouldBeEmpty();
        (await Index.SearchAsync(Query("later"), Cancel)).Count.ShouldBe(1);
        (await Index.ReadHashesAsync(Cancel)).ShouldBe(new Dictionary<ArticleKey, string> { [new("1", "en")] = "b" });
        (await Index.ReadTermStatisticsAsync(["former", "word", "later"], Anyone, Cancel)).ArticlesWith
            .ShouldBe(new Dictionary<string, int> { ["former"] = 0, ["word"] = 1, ["later"] = 1 });
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

    [Fact]
    public async Task Search_Scope_FiltersByLocaleAndAudience()
    {
        await Index.ReplaceAsync(Article("1", "plan", "x"), Cancel);
        await Index.ReplaceAsync(Article("2", "plan", "x", "fr"), Cancel);
        await Index.ReplaceAsync(Article("3", "plan", "x", "pt-BR", Audience.AllUsers), Cancel);

        (await SearchAsync(new SearchScope(["fr"], [Audience.Everyone]))).ShouldBe(["2"]);
        (await SearchAsync(new SearchScope(["en", "fr"], [Audience.Everyone, Audience.AllUsers]))).ShouldBe(["1", "2"]);
        (await SearchAsync(new SearchScope(["pt-BR"], [Audience.AllUsers]))).ShouldBe(["3"]);
        (await SearchAsync(new SearchScope(["pt-BR"], [Audience.Everyone]))).ShouldBeEmpty();
        (await SearchAsync(new SearchScope([], [Audience.Everyone, Audience.AllUsers]))).ShouldBe(["1", "2", "3"]);
        (await SearchAsync(new SearchScope([], []))).ShouldBeEmpty();

        async Task<IEnumerable<string>> SearchAsync(SearchScope scope) =>
            (await Index.SearchAsync(new PassageQuery([new("plan", 1)], scope, 10), Cancel)).Select(hit => hit.Article.Key.ArticleId);
    }

    [Fact]
    public async Task Search_WordInTitle_RanksBeforeHeadingsAndText()
    {
        await Index.ReplaceAsync(Article("text", "other thing", "refund rules apply"), Cancel);
        await Index.ReplaceAsync(Article("heading", "other thing", "rules apply", headings: "refund"), Cancel);
        await Index.ReplaceAsync(Article("title", "refund thing", "rules apply"), Cancel);
        await FillAsync();

        (await Index.SearchAsync(Query("refund"), Cancel)).Select(hit => hit.Article.Key.ArticleId).ShouldBe(["title", "heading", "text"]);
    }

    [Fact]
    public async Task Search_Description_FindsTheArticle()
    {
        await Index.ReplaceAsync(Article("1", "Billing", "text", description: "About vouchers"), Cancel);

        (await Index.SearchAsync(Query("vouch"), Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Search_HeavierTerm_CountsForMore()
    {
        await Index.ReplaceAsync(Article("a", "alpha", "x"), Cancel);
        await Index.ReplaceAsync(Article("b", "beta", "x"), Cancel);
        await FillAsync();

        (await FirstAsync(("alpha", 1), ("beta", 0.5))).ShouldBe("a");
        (await FirstAsync(("alpha", 0.5), ("beta", 1))).ShouldBe("b");

        async Task<string> FirstAsync(params (string Term, double Weight)[] terms) =>
            (await Index.SearchAsync(new PassageQuery([.. terms.Select(term => new WeightedTerm(term.Term, term.Weight))], Anyone, 1), Cancel))[0].Article.Key.ArticleId;
    }

    [Fact]
    public async Task Search_Weights_ScaleTheScoreExactly()
    {
        await Index.ReplaceAsync(Article("a", "alpha", "beta gamma"), Cancel);
        await FillAsync();

        var alpha = await ScoreAsync(("alpha", 1));
        var beta = await ScoreAsync(("beta", 1));

        (await ScoreAsync(("alpha", 1), ("beta", 1))).ShouldBe(alpha + beta, 1e-9);
        (await ScoreAsync(("alpha", 0.3), ("beta", 0.7))).ShouldBe((0.3 * alpha) + (0.7 * beta), 1e-9);

        async Task<double> ScoreAsync(params (string Term, double Weight)[] terms) =>
            (await Index.SearchAsync(new PassageQuery([.. terms.Select(term => new WeightedTerm(term.Term, term.Weight))], Anyone, 1), Cancel))[0].Score;
    }

    [Fact]
    public async Task Search_Ties_ComeInTheOrderOfTheirIds()
    {
        foreach (var id in new[] { "c", "a", "d", "b" })
        {
            await Index.ReplaceAsync(Article(id, "same", "same"), Cancel);
        }

        (await Index.SearchAsync(Query("same") with { Limit = 3 }, Cancel)).Select(hit => hit.Article.Key.ArticleId).ShouldBe(["a", "b", "c"]);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\" OR \"")]
    [InlineData("NEAR(a b)")]
    [InlineData("a* -b ^c {title} : d")]
    [InlineData("'; DROP TABLE article; --")]
    [InlineData("\0")]
    [InlineData("")]
    [InlineData("scope : \"en/0\"")]
    public async Task Search_OperatorsInTerms_AreOnlyText(string term)
    {
        await Index.ReplaceAsync(Article("1", "title", "text"), Cancel);

        (await Index.SearchAsync(Query(term), Cancel)).ShouldBeEmpty();
        (await Index.SearchAsync(Query(term, "text"), Cancel)).Count.ShouldBe(1);
        (await Index.ReadTermStatisticsAsync([term], Anyone, Cancel)).ArticlesWith[term].ShouldBe(0);
    }

    [Fact]
    public async Task Search_AddressesAndAccents_AreFoundAsAnalysed()
    {
        await Index.ReplaceAsync(Article("1", "Contact", "Écrivez à o'neil_x@tandem.example, 日本語 ½"), Cancel);

        (await Index.SearchAsync(Query([.. Core.Retrieval.Text.TextAnalyzer.AnalyzeQuery("o'neil_x@tandem.example")]), Cancel)).Count.ShouldBe(1);
        (await Index.SearchAsync(Query([.. Core.Retrieval.Text.TextAnalyzer.AnalyzeQuery("日本語")]), Cancel)).Count.ShouldBe(1);
        (await Index.SearchAsync(Query([.. Core.Retrieval.Text.TextAnalyzer.AnalyzeQuery("ecrivez")]), Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Search_LinkTargets_AreNotSearched()
    {
        await Index.ReplaceAsync(Article("1", "Contact", "See Bookings (https://help.tandem.example/en/articles/12-vouchers)."), Cancel);

        (await Index.SearchAsync(Query("http", "https", "vouch"), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_MoreTermsThanAllowed_KeepsTheHeaviest()
    {
        await Index.ReplaceAsync(Article("1", "needle", "x"), Cancel);
        var terms = Enumerable.Range(0, 2000).Select(i => new WeightedTerm($"word{i}", 0.5)).Append(new WeightedTerm("needl", 1));

        (await Index.SearchAsync(new PassageQuery([.. terms], Anyone, 10), Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ReadTermStatistics_CountsArticlesInScopeNotPassages()
    {
        await Index.ReplaceAsync(Article("1", "plan", "price price||price plan"), Cancel);
        await Index.ReplaceAsync(Article("2", "other", "price"), Cancel);
        await Index.ReplaceAsync(Article("3", "price", "x", "fr"), Cancel);
        await Index.ReplaceAsync(Article("4", "price", "x", "en", Audience.AllUsers), Cancel);

        var statistics = await Index.ReadTermStatisticsAsync(["pric", "plan", "none"], new SearchScope(["en"], [Audience.Everyone]), Cancel);

        statistics.ArticleCount.ShouldBe(2);
        statistics.ArticlesWith.ShouldBe(new Dictionary<string, int> { ["pric"] = 2, ["plan"] = 1, ["none"] = 0 });
    }

    private async Task FillAsync()
    {
        for (var i = 0; i < 20; i++)
        {
            await Index.ReplaceAsync(Article($"filler{i}", "filler", "nothing of interest"), Cancel);
        }
    }
}
