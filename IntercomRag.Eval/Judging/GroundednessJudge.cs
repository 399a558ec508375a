using IntercomRag.Core.Models;
using IntercomRag.Eval.Evaluators;

namespace IntercomRag.Eval.Judging;

/// <summary><c>Groundedness</c>: whether the passages that were found say what the answer says. Judged on answers with captured passages.</summary>
public sealed class GroundednessJudge(IModel model) : ModelJudge(model, Name, "judge.groundedness")
{
    public const string Name = "Groundedness";

    protected override IEnumerable<(string Kind, string Text)>? MaterialOf(TurnEvaluationContext turn) => turn.Trace.PassageTexts.Count > 0
        ? turn.Trace.PassageTexts.OrderBy(passage => passage.Key, StringComparer.Ordinal).Select(passage => ("context", passage.Value))
        : null;
}
