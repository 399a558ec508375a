namespace IntercomRag.Eval.Measures;

/// <summary>
/// <c>decision.escalation.precision</c>, <c>.recall</c> and <c>.f1</c> over turns whose label names an action; <c>.reason</c>, the share of right
/// handovers that have the right reason.
/// </summary>
public sealed class EscalationMeasure : ISetMeasure
{
    private const string Precision = "decision.escalation.precision";
    private const string Recall = "decision.escalation.recall";
    private const string F1 = "decision.escalation.f1";
    private const string Reason = "decision.escalation.reason";
    private const string Escalate = "escalate";

    public IReadOnlyCollection<string> Names { get; } = [Precision, Recall, F1, Reason];

    public IEnumerable<SetMeasure> Of(IReadOnlyList<JudgedTurn> turns)
    {
        var judged = turns.Where(turn => turn.Gold?.Action is not null)
            .Select(turn => (Due: turn.Gold!.Action == Escalate, Came: turn.Action == Escalate))
            .ToArray();
        if (judged.Any(turn => turn.Due || turn.Came))
        {
            yield return new SetMeasure(Precision, judged.Length, counts => Counted(counts) is var (hits, came, _) && came > 0 ? (double)hits / came : null);
            yield return new SetMeasure(Recall, judged.Length, counts => Counted(counts) is var (hits, _, due) && due > 0 ? (double)hits / due : null);
            yield return new SetMeasure(F1, judged.Length, counts => Counted(counts) is var (hits, came, due) && came + due > 0 ? 2.0 * hits / (came + due) : null);
        }

        var reasons = turns.Where(turn => turn.Gold is { Action: Escalate, Reason: not null } && turn.Trace.Outcome == Escalate)
            .Select(turn => turn.Trace.Reason == turn.Gold!.Reason)
            .ToArray();
        if (reasons.Length > 0)
        {
            yield return new SetMeasure(Reason, reasons.Length, counts => (double)reasons.Select((right, i) => right ? counts[i] : 0).Sum() / counts.Sum());
        }

        (int Hits, int Came, int Due) Counted(int[] counts)
        {
            var (hits, came, due) = (0, 0, 0);
            for (var i = 0; i < judged.Length; i++)
            {
                hits += judged[i].Due && judged[i].Came ? counts[i] : 0;
                came += judged[i].Came ? counts[i] : 0;
                due += judged[i].Due ? counts[i] : 0;
            }

            return (hits, came, due);
        }
    }
}
