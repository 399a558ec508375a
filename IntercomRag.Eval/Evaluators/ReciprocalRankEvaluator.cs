namespace IntercomRag.Eval.Evaluators;

/// <summary><c>retrieval.mrr</c>: 1 divided by the rank of the first right article, 0 when none was found. Informs; recall judges.</summary>
public sealed class ReciprocalRankEvaluator : TurnEvaluator
{
    public const string Name = "retrieval.mrr";

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn) =>
        RightArticle.Rank(turn) is { } rank ? [Share(Name, rank.Value == int.MaxValue ? 0 : 1.0 / rank.Value, pass: null, rank.Reason)] : [];
}
