using IntercomRag.Eval.Evaluators;

namespace IntercomRag.Eval.Tests.Evaluators;

public sealed class RetrievalEvaluatorsTests
{
    [Theory]
    [InlineData(new[] { "7", "8", "9" }, true, true, true)]
    [InlineData(new[] { "8", "7", "9" }, false, true, true)]
    [InlineData(new[] { "8", "9", "10", "11", "7" }, false, false, true)]
    [InlineData(new[] { "8", "9", "10", "11", "12", "7" }, false, false, false)]
    [InlineData(new string[0], false, false, false)]
    public async Task Recall_OfTheFirstRightArticle_IsByDepth(string[] ranked, bool at1, bool at3, bool at5)
    {
        var metrics = await Turns.EvaluateAsync(new RecallEvaluator(), Turns.Trace(ranked: ranked), Turns.Record(articles: ["7", "70"]));

        metrics.Values.OfType<BooleanMetric>().Select(metric => (metric.Name, metric.Value)).ShouldBe(
            [("retrieval.recall@1", at1), ("retrieval.recall@3", at3), ("retrieval.recall@5", at5)]);
    }

    [Fact]
    public async Task Recall_LanguagesOfOneArticle_CountAsOne()
    {
        var metrics = await Turns.EvaluateAsync(new RecallEvaluator(), Turns.Trace(ranked: ["8/fr", "8/en", "9/fr", "7/fr"]), Turns.Record(articles: ["7"]));

        ((BooleanMetric)metrics["retrieval.recall@3"]).Value.ShouldBe(true);
    }

    [Fact]
    public async Task Recall_NothingSearchedOrNoArticleNamed_IsNotMeasured()
    {
        (await Turns.EvaluateAsync(new RecallEvaluator(), Turns.Trace(silence: "human_replied"), Turns.Record(articles: ["7"]))).ShouldBeEmpty();
        (await Turns.EvaluateAsync(new RecallEvaluator(), Turns.Trace(ranked: ["7"]), Turns.Record())).ShouldBeEmpty();
        (await Turns.EvaluateAsync(new RecallEvaluator(), Turns.Trace(ranked: ["7"]))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(new[] { "7", "8" }, 1.0)]
    [InlineData(new[] { "8", "9", "7" }, 1.0 / 3)]
    [InlineData(new[] { "8", "9" }, 0.0)]
    public async Task ReciprocalRank_OfTheFirstRightArticle_IsOneOverIt(string[] ranked, double expected) =>
        (await Value(new ReciprocalRankEvaluator(), ranked, "7")).ShouldBe(expected, 1e-12);

    // Right at ranks 2 and 4: (1/log2(3) + 1/log2(5)) / (1/log2(2) + 1/log2(3)) = (0.63093 + 0.43068) / (1 + 0.63093).
    [Theory]
    [InlineData(new[] { "8", "7", "9", "70" }, new[] { "7", "70" }, 0.650921)]
    [InlineData(new[] { "7", "70" }, new[] { "7", "70" }, 1.0)]
    [InlineData(new[] { "8", "7" }, new[] { "7" }, 0.630930)]
    [InlineData(new[] { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "7" }, new[] { "7" }, 0.0)]
    public async Task Ndcg_OfAllRightArticles_IsDiscountedByRank(string[] ranked, string[] right, double expected) =>
        (await Value(new NdcgEvaluator(), ranked, right)).ShouldBe(expected, 1e-5);

    private static async Task<double> Value(IEvaluator evaluator, string[] ranked, params string[] right)
    {
        var metric = (await Turns.EvaluateAsync(evaluator, Turns.Trace(ranked: ranked), Turns.Record(articles: right))).Values.ShouldHaveSingleItem();
        metric.Interpretation!.Failed.ShouldBeFalse();
        return ((NumericMetric)metric).Value!.Value;
    }
}
