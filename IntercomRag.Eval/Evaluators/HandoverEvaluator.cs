using IntercomRag.Core.Conversations;

namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// Handovers. <c>decision.handover_made</c>: one was due and came; <c>decision.handover_in_time</c>: the same in conversations in which the customer
/// has written before, where one that does not come now comes too late; <c>decision.handover_spared</c>: none was due and none came.
/// </summary>
public sealed class HandoverEvaluator : TurnEvaluator
{
    public const string Made = "decision.handover_made";
    public const string InTime = "decision.handover_in_time";
    public const string Spared = "decision.handover_spared";

    private const string Escalate = "escalate";

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Made, InTime, Spared];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        if (turn.Gold is not { Action: { } expected } gold)
        {
            yield break;
        }

        var right = gold.Allows(turn.Trace.Outcome);
        if (expected != Escalate)
        {
            var spared = right || turn.Trace.Outcome != Escalate;
            yield return YesNo(Spared, spared, spared ? null : $"needless: {turn.Trace.Reason} ({turn.Trace.Rule})");
            yield break;
        }

        var reason = right ? null : $"{turn.Trace.Outcome} instead";
        yield return YesNo(Made, right, right ? null : $"missed: {reason}");
        if (turn.Record!.Turns.Any(other => other.Author != AuthorKind.Customer))
        {
            yield return YesNo(InTime, right, right ? null : $"too late: {reason}, and the customer has to write again");
        }
    }
}
