using Microsoft.Extensions.AI;

namespace IntercomRag.Eval.Evaluation;

/// <summary>
/// The interface of Microsoft.Extensions.AI.Evaluation, which the build registry lacks: same names, same shape, so that the package takes this
/// folder's place by one reference and one global using.
/// </summary>
public interface IEvaluator
{
    IReadOnlyCollection<string> EvaluationMetricNames { get; }

    ValueTask<EvaluationResult> EvaluateAsync(
        IEnumerable<ChatMessage> messages,
        ChatResponse modelResponse,
        ChatConfiguration? chatConfiguration = null,
        IEnumerable<EvaluationContext>? additionalContext = null,
        CancellationToken cancellationToken = default);
}
