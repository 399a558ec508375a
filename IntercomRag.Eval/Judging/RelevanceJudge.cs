using IntercomRag.Core.Models;
using IntercomRag.Eval.Evaluators;

namespace IntercomRag.Eval.Judging;

/// <summary><c>Relevance</c>: whether the answer is about what was asked. Judged on answers.</summary>
public sealed class RelevanceJudge(IModel model) : ModelJudge(model, Name, "judge.relevance")
{
    public const string Name = "Relevance";

    protected override IEnumerable<(string Kind, string Text)>? MaterialOf(TurnEvaluationContext turn) => [];
}
