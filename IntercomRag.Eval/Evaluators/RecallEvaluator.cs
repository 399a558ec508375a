using System.Globalization;

namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>retrieval.recall@k</c>: an article that answers is among the first k. Gold labels name articles of which each is right, so one is enough.
/// Measured where the label names an article and something was searched.
/// </summary>
public sealed class RecallEvaluator : TurnEvaluator
{
    private static readonly int[] s_depths = [1, 3, 5];

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [.. s_depths.Select(Name)];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        if (RightArticle.Rank(turn) is not { } rank)
        {
            yield break;
        }

        foreach (var depth in s_depths)
        {
            yield return YesNo(Name(depth), rank.Value <= depth, rank.Reason);
        }
    }

    private static string Name(int depth) => string.Create(CultureInfo.InvariantCulture, $"retrieval.recall@{depth}");
}
