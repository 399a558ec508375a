namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>retrieval.ndcg@10</c>: discounted gain of all right articles among the first ten, as a share of what the best order would gain. Relevance is
/// yes or no, the discount log2(rank + 1). With several right articles it asks for all of them, which recall does not. Informs.
/// </summary>
public sealed class NdcgEvaluator : TurnEvaluator
{
    public const string Name = "retrieval.ndcg@10";

    private const int Depth = 10;

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        if (turn.Gold is not { ArticleIds: { Count: > 0 } right } || turn.Trace.QueryTerms is null)
        {
            return [];
        }

        var gain = turn.RankedArticles.Take(Depth).Select((article, i) => right.Contains(article) ? Discounted(i) : 0).Sum();
        var best = Enumerable.Range(0, Math.Min(Depth, right.Distinct().Count())).Sum(Discounted);
        return [Share(Name, gain / best, pass: null)];
    }

    private static double Discounted(int index) => 1 / Math.Log2(index + 2);
}
