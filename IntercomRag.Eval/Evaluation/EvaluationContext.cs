using Microsoft.Extensions.AI;

namespace IntercomRag.Eval.Evaluation;

/// <summary>What an evaluator needs besides the conversation.</summary>
public abstract class EvaluationContext(string name, params IEnumerable<AIContent> contents)
{
    public string Name { get; } = name;

    public IList<AIContent> Contents { get; } = [.. contents];
}
