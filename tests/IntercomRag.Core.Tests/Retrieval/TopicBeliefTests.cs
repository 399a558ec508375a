using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Tests.Retrieval;

public sealed class TopicBeliefTests
{
    private static readonly string[] s_places = ["prices", "plans", "holidays", "android", "iphone", "a", "b", "c"];

    private static readonly TopicBelief Unknown = TopicBelief.Unknown(100, RankingWeights.Default);

    [Fact]
    public void After_MessageWithoutWords_StaysWithTheSubject()
    {
        var belief = Unknown.After(Says(("prices", 20), ("plans", 5)), isCustomers: true).After([], isCustomers: true);

        belief.Articles.First().Key.ArticleId.ShouldBe("prices");
        belief.Articles.First().Probability.ShouldBeGreaterThan(0.85);
    }

    [Fact]
    public void After_ManyMessagesOnOneSubject_ANewQuestionStillMoves()
    {
        var belief = Enumerable.Range(0, 15).Aggregate(Unknown, (before, _) => before.After(Says(("prices", 30)), isCustomers: true));

        belief.After(Says(("holidays", 25)), isCustomers: true).Articles.First().Key.ArticleId.ShouldBe("holidays");
    }

    [Fact]
    public void After_WordsThatFitTwoArticles_PrefersTheOneSpokenOf()
    {
        var belief = Unknown.After(Says(("android", 20)), isCustomers: true).After(Says(("iphone", 8), ("android", 7)), isCustomers: true);

        belief.Articles.First().Key.ArticleId.ShouldBe("android");
    }

    [Fact]
    public void After_Anything_IsAProbability()
    {
        var belief = Unknown.After(Says(("a", 900), ("b", 880)), isCustomers: true).After(Says(("c", 3)), isCustomers: false).After([], isCustomers: true);

        var tracked = belief.Articles.ToList();
        (tracked.Sum(article => article.Probability) + (belief.OfOthers * (100 - tracked.Count))).ShouldBe(1, 1e-9);
    }

    private static IReadOnlyList<WordMatch> Says(params (string Id, double Score)[] matches) =>
        [.. matches.Select(match => new WordMatch(Array.IndexOf(s_places, match.Id), new ArticleKey(match.Id, "en"), match.Score))];
}
