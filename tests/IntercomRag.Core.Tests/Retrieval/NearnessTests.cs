using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Tests.Retrieval;

public sealed class NearnessTests
{
    private static readonly TopicBelief Unknown = TopicBelief.Unknown(100, RankingWeights.Default);

    [Fact]
    public void Of_ModelsWithOtherScales_TellTheSame()
    {
        var wide = Nearness.Of(Similar(0.9f, 0.1f, -0.3f, 0.2f), 1)!;
        var narrow = Nearness.Of(Similar(0.89f, 0.81f, 0.77f, 0.82f), 1)!;

        foreach (var article in Similar(0, 0, 0, 0))
        {
            narrow.LogOdds(article.Key).ShouldBe(wide.LogOdds(article.Key), 1e-4);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Of_NothingToTell_IsNull(double weight)
    {
        Nearness.Of([], weight).ShouldBeNull();
        Nearness.Of(Similar(0.5f), weight).ShouldBeNull();
        Nearness.Of(Similar(0.5f, 0.5f, 0.5f), weight).ShouldBeNull("all are equally near");
    }

    [Fact]
    public void After_WordsUndecided_MeaningDecides()
    {
        var nearness = Nearness.Of(Similar([.. Enumerable.Repeat(0.1f, 50), 0.6f]), 1)!;
        IReadOnlyList<WordMatch> words = [Says("0", 8), Says("50", 8)];

        var belief = Unknown.After(words, isCustomers: true).After(nearness, PlaceOf);

        belief.Articles.First().Key.ArticleId.ShouldBe("50");
    }

    [Fact]
    public void After_ClearWords_OutweighMeaning()
    {
        var nearness = Nearness.Of(Similar([.. Enumerable.Repeat(0.1f, 50), 0.6f]), 1)!;

        Unknown.After([Says("0", 40)], isCustomers: true).After(nearness, PlaceOf).Articles.First().Key.ArticleId.ShouldBe("0");
    }

    [Fact]
    public void After_WithMeaning_IsAProbability()
    {
        var nearness = Nearness.Of(Similar([.. Enumerable.Range(0, 80).Select(i => i / 100f)]), 1)!;

        var belief = Unknown.After([Says("3", 12), Says("90", 11)], isCustomers: true).After(nearness, PlaceOf);

        var tracked = belief.Articles.ToList();
        var others = 100 - tracked.Count;
        (tracked.Sum(article => article.Probability) + (belief.OfOthers * others)).ShouldBe(1, 1e-9);
        others.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void After_ArticleWithoutAVector_IsNeitherNearNorFar()
    {
        var nearness = Nearness.Of(Similar([.. Enumerable.Range(0, 80).Select(i => i / 100f)]), 1)!;

        nearness.LogOdds(new ArticleKey("unembedded", "en")).ShouldBe(0);
        nearness.LogOdds(new ArticleKey("79", "en")).ShouldBeGreaterThan(0);
        nearness.LogOdds(new ArticleKey("0", "en")).ShouldBeLessThan(0);
    }

    [Fact]
    public void After_ArticleThatTheWordsHaveNotReadYet_IsLeftOut()
    {
        var nearness = Nearness.Of(Similar([.. Enumerable.Repeat(0.1f, 50), 0.6f]), 1)!;

        var belief = Unknown.After([Says("0", 8)], isCustomers: true).After(nearness, key => key.ArticleId == "50" ? null : PlaceOf(key));

        belief.Articles.ShouldNotContain(article => article.Key.ArticleId == "50");
    }

    private static WordMatch Says(string id, double score) => new(PlaceOf(new ArticleKey(id, "en"))!.Value, new ArticleKey(id, "en"), score);

    private static int? PlaceOf(ArticleKey key) => int.Parse(key.ArticleId, System.Globalization.CultureInfo.InvariantCulture);

    private static List<ArticleSimilarity> Similar(params float[] similarities) => [.. similarities.Select((similarity, i) => new ArticleSimilarity(new ArticleKey($"{i}", "en"), similarity, 0))];
}
