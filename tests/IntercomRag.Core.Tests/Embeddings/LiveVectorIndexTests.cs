using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Testing.Embeddings;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Embeddings;

public sealed class LiveVectorIndexTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly EmbeddingFixture _fixture = new();
    private readonly FakeEmbeddings _model = new();
    private readonly MeaningSearch _search;
    private readonly LiveVectorIndex _vectors;

    public LiveVectorIndexTests() => (_search, _vectors) = _fixture.NewSearch(_model);

    public void Dispose()
    {
        _vectors.Dispose();
        _fixture.Dispose();
        _model.Dispose();
    }

    [Fact]
    public async Task Search_ArticleTakenOut_IsGoneAtOnce()
    {
        await _fixture.PutAsync("lockers", "towels");
        await EmbedAsync();
        (await FoundAsync()).ShouldBe("lockers towels");

        await _fixture.Index.RemoveAsync(new ArticleKey("lockers", "en"), Cancel);

        (await FoundAsync()).ShouldBe("towels");
    }

    [Fact]
    public async Task Search_ArticleEdited_HasNoVectorOfItsFormerText()
    {
        await _fixture.PutAsync("lockers", "towels");
        await EmbedAsync();
        await FoundAsync();

        await _fixture.Index.ReplaceAsync(Article("lockers", "lockers", "Something else."), Cancel);

        (await FoundAsync()).ShouldBe("towels");
        await EmbedAsync();
        (await FoundAsync()).ShouldBe("lockers towels");
    }

    [Fact]
    public async Task Search_Audience_SeesItsOwnArticlesOnly()
    {
        await _fixture.Index.ReplaceAsync(Article("1", "open", "x"), Cancel);
        await _fixture.Index.ReplaceAsync(Article("2", "leads", "x", audience: Audience.AllLeads), Cancel);
        await EmbedAsync();

        (await FoundAsync()).ShouldBe("1");
        (await FoundAsync("en", Audience.Everyone, Audience.AllLeads)).ShouldBe("1 2");
    }

    [Fact]
    public async Task Search_Language_HasItsRegionsAndNoOtherLanguage()
    {
        await _fixture.Index.ReplaceAsync(Article("1", "plan", "x", "fr"), Cancel);
        await _fixture.Index.ReplaceAsync(Article("2", "plan", "y", "fr-CA"), Cancel);
        await _fixture.Index.ReplaceAsync(Article("3", "plan", "z"), Cancel);
        await EmbedAsync();

        (await FoundAsync("fr")).ShouldBe("1 2");
        (await FoundAsync("de")).ShouldBe("");
    }

    [Fact]
    public async Task Search_AnotherModelTookOver_ComparesWithItsVectorsOnly()
    {
        await _fixture.PutAsync([.. Enumerable.Range(0, 5).Select(n => $"article{n}")]);
        await EmbedAsync();
        var before = await _vectors.RefreshAsync(Cancel);
        using var changed = new FakeEmbeddings("new", 24);
        await _fixture.NewSync(changed).RunAsync(Cancel);

        var now = await _vectors.RefreshAsync(Cancel);

        now!.Model.ShouldBe("new");
        _vectors.Search(before!, new float[48], "en", [Audience.Everyone]).ShouldBeEmpty("a query that was embedded before the change finds nothing");
        _vectors.Search(now, new float[24], "en", [Audience.Everyone]).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Refresh_ManyMoreArticlesThanABatch_ReadsThemAll()
    {
        await _fixture.PutAsync([.. Enumerable.Range(0, 3).Select(n => $"article{n}")]);
        await EmbedAsync();
        var live = (await _fixture.LiveAsync())!;
        VectorVersion? version = null;
        var seen = new List<string>();
        VectorChanges changes;
        do
        {
            changes = await _fixture.Vectors.ReadChangesAsync(version, 1, Cancel);
            version = changes.Version;
            seen.AddRange(changes.Changed.Select(article => article.Key.ArticleId));
        }
        while (changes.HasMore);

        seen.ShouldBe(["article0", "article1", "article2"], ignoreOrder: true);
        changes.Space!.Id.ShouldBe(live.Id);
        (await _fixture.Vectors.ReadChangesAsync(version, 1, Cancel)).ShouldSatisfyAllConditions(same => same.FromNothing.ShouldBeFalse(), same => same.Changed.ShouldBeEmpty());
    }

    [Fact]
    public async Task Search_WhileArticlesChangeAndTheModelToo_FindsEveryArticleOnceAndWhole()
    {
        var titles = Enumerable.Range(0, 20).Select(n => $"article{n}").ToArray();
        await _fixture.PutAsync(titles);
        await EmbedAsync();
        var writer = Task.Run(
            async () =>
            {
                for (var round = 0; round < 6; round++)
                {
                    using var model = new FakeEmbeddings($"model{round}", 16 + round);
                    await _fixture.NewSync(model).RunAsync(Cancel);
                    await _fixture.Index.ReplaceAsync(Article("article0", "article0", $"Edition {round}."), Cancel);
                    await _fixture.NewSync(model).RunAsync(Cancel);
                }
            },
            Cancel);

        var (searches, models) = (0, new HashSet<string>());
        while (!writer.IsCompleted || searches == 0)
        {
            var space = (await _vectors.RefreshAsync(Cancel))!;
            var found = _vectors.Search(space, new float[space.Dimensions], "en", [Audience.Everyone]);
            found.Select(article => article.Key).Distinct().Count().ShouldBe(found.Count);
            found.Count.ShouldBeInRange(19, 20);
            models.Add(space.Model);
            searches++;
        }

        await writer;
        (await _vectors.RefreshAsync(Cancel))!.Model.ShouldBe("model5");
        models.Count.ShouldBeGreaterThan(1, "no search met a change of the model");
    }

    private Task<EmbeddingReport?> EmbedAsync() => _fixture.NewSync(_model).RunAsync(Cancel);

    private async Task<string> FoundAsync(string language = "en", params Audience[] audiences)
    {
        var meaning = (await _search.ReadAsync(EmbeddingFixture.Asking("anything"), Cancel))!;
        var found = meaning.Compare(language, audiences.Length == 0 ? [Audience.Everyone] : audiences);
        return string.Join(' ', found.Select(article => article.Key.ArticleId).Order(StringComparer.Ordinal));
    }
}
