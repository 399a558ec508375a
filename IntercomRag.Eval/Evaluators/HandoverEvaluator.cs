using IntercomRag.Core.Conversations;

namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// Handovers. <c>decision.handover_made</c>: one was due and came; <c>decision.handover_reason</c>: it came, and for the right reason, by which it is routed;
/// <c>decision.handover_in_time</c>: one came in a conversation in which the customer has written before, where one that does not come now comes too late;
/// <c>decision.handover_spared</c>: none was due and none came.
/// </summary>
public sealed class HandoverEvaluator : TurnEvaluator
{
    public const string Made = "decision.handover_made";
    public const string RightReason = "decision.handover_reason";
    public const string InTime = "decision.handover_in_time";
    public const string Spared = "decision.handover_spared";

    private const string Escalate = "escalate";

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Made, RightReason, InTime, Spared];

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
        if (gold.Reason is { } due)
        {
            var routed = right && (turn.Trace.Outcome != Escalate || turn.Trace.Reason == due);
            yield return YesNo(RightReason, routed, routed ? null : right ? $"{turn.Trace.Reason} instead of {due}" : $"missed: {reason}");
        }

        if (turn.Record!.Turns.Any(other => other.Author != AuthorKind.Customer))
        {
            yield return YesNo(InTime, right, right ? null : $"too late: {reason}, and the customer has to write again");
        }
    }
}
