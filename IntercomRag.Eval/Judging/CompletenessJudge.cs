using IntercomRag.Core.Models;
using IntercomRag.Core.Telemetry;
using IntercomRag.Eval.Evaluators;

namespace IntercomRag.Eval.Judging;

/// <summary><c>Completeness</c>: whether the answer has all that the reference has. Judged on answers whose label has a reference.</summary>
public sealed class CompletenessJudge(IModel model) : ModelJudge(model, Name, "judge.completeness")
{
    public const string Name = "Completeness";

    // The trace holds no personal data, and a server is told none by the label either.
    protected override IEnumerable<(string Kind, string Text)>? MaterialOf(TurnEvaluationContext turn) =>
        turn.Gold?.Answer is { Length: > 0 } truth ? [("truth", Redactor.Redact(truth, turn.Record?.Contact.Name))] : null;
}
