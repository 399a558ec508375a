namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>decision.reason</c>: the right action was taken for the right reason. Measured where the expected action was taken; one that is merely
/// as good has reasons of its own.
/// </summary>
public sealed class ReasonEvaluator : TurnEvaluator
{
    public const string Name = "decision.reason";

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        if (turn.Gold is not { Reason: { } expected } gold || turn.Trace.Outcome != gold.Action)
        {
            return [];
        }

        var reason = turn.Trace.Silence ?? turn.Trace.Reason;
        return [YesNo(Name, reason == expected, reason == expected ? null : $"{reason} instead of {expected}")];
    }
}
