namespace IntercomRag.Eval.Evaluators;

/// <summary><c>decision.accuracy</c>: what was done is the expected action, or one that is as good. Measured where the label names an action.</summary>
public sealed class ActionEvaluator : TurnEvaluator
{
    public const string Name = "decision.accuracy";

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        if (turn.Gold is not { Action: { } expected } gold)
        {
            return [];
        }

        var trace = turn.Trace;
        var right = gold.Allows(trace.Outcome);
        return [YesNo(Name, right, right ? null : $"{trace.Outcome} ({trace.Silence ?? trace.Rule ?? "no rule"}) instead of {expected}")];
    }
}
