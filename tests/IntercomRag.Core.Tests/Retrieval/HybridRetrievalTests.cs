using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;
using IntercomRag.Core.Tests.Embeddings;
using IntercomRag.Core.Tests.Policies;
using IntercomRag.Testing.Embeddings;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Retrieval;

public sealed class HybridRetrievalTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly EmbeddingFixture _fixture = new();
    private readonly FakeEmbeddings _model = new FakeEmbeddings().Means("rebate", "discount").Means("kids", "children");
    private readonly LiveWordIndex _words;
    private readonly LiveVectorIndex _vectors;
    private readonly Retriever _hybrid;

    public HybridRetrievalTests()
    {
        _words = new LiveWordIndex(_fixture.Index);
        (var search, _vectors) = _fixture.NewSearch(_model);
        _hybrid = new Retriever(_words, _fixture.Index, ShippedPolicies.Set, search);
    }

    public void Dispose()
    {
        _words.Dispose();
        _vectors.Dispose();
        _fixture.Dispose();
        _model.Dispose();
    }

    [Fact]
    public async Task Retrieve_OtherWordsForTheSame_FindsTheArticleAndItsPassage()
    {
        await FillAsync();

        var evidence = await AskAsync("rebate kids");

        evidence.Articles[0].Article.Key.ArticleId.ShouldBe("family");
        evidence.Articles[0].Passages[0].Chunk.Ordinal.ShouldBe(1);
        (await WordsAlone().RetrieveAsync(EmbeddingFixture.Asking("rebate kids"), "en", Cancel)).Articles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Retrieve_ServerAway_IsWhatWordsAloneFind()
    {
        await FillAsync();
        var question = EmbeddingFixture.Asking("Where do I find lockers and towels?");
        var words = await WordsAlone().RetrieveAsync(question, "en", Cancel);
        _model.Before = (_, _) => throw new HttpRequestException("away");

        var evidence = await _hybrid.RetrieveAsync(question, "en", Cancel);

        evidence.Confidence.ShouldBe(words.Confidence);
        evidence.Articles.Select(article => (article.Article.Key, article.Score)).ShouldBe(words.Articles.Select(article => (article.Article.Key, article.Score)));
    }

    [Fact]
    public async Task Retrieve_ArticleTakenOutAfterItWasEmbedded_IsNotFound()
    {
        await FillAsync();
        (await AskAsync("rebate kids")).Articles.ShouldNotBeEmpty();

        await _fixture.Index.RemoveAsync(new ArticleKey("family", "en"), Cancel);

        (await AskAsync("rebate kids")).Articles.ShouldNotContain(article => article.Article.Key.ArticleId == "family");
    }

    [Fact]
    public async Task Retrieve_ArticleForOthers_IsNotFoundByMeaningEither()
    {
        await FillAsync(Audience.AllLeads);

        (await AskAsync("rebate kids")).Articles.ShouldNotContain(article => article.Article.Key.ArticleId == "family");
    }

    [Fact]
    public async Task Retrieve_StandaloneQuestion_IsWhatIsCompared()
    {
        await FillAsync();

        var evidence = await _hybrid.RetrieveAsync(EmbeddingFixture.Asking("And for them?") with { Question = "Is there a rebate for kids?" }, "en", Cancel);

        evidence.Articles[0].Article.Key.ArticleId.ShouldBe("family");
    }

    private async Task FillAsync(Audience audience = Audience.Everyone)
    {
        foreach (var subject in new[] { "lockers", "towels", "courts", "rackets", "saunas", "coaches", "shoes", "parking", "lights", "doors", "invoices", "guests" })
        {
            await _fixture.Index.ReplaceAsync(Article(subject, subject, $"{subject} are described here."), Cancel);
        }

        await _fixture.Index.ReplaceAsync(Article("family", "Family", "Everything at once.||discount children", audience: audience), Cancel);
        await _fixture.NewSync(_model).RunAsync(Cancel);
    }

    private Retriever WordsAlone() => new(_words, _fixture.Index, ShippedPolicies.Set);

    private Task<Evidence> AskAsync(string text) => _hybrid.RetrieveAsync(EmbeddingFixture.Asking(text), "en", Cancel);
}
