namespace IntercomRag.Eval.Evaluation;

/// <summary>What a value means: how good it is, and whether it fails.</summary>
public sealed class EvaluationMetricInterpretation(EvaluationRating rating = EvaluationRating.Unknown, bool failed = false, string? reason = null)
{
    public EvaluationRating Rating { get; } = rating;

    public bool Failed { get; } = failed;

    public string? Reason { get; } = reason;
}
