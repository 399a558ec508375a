namespace IntercomRag.Eval.Results;

/// <summary>
/// Everything that a run came to; written as <c>results.json</c>. Numbers are rounded to six digits, so that the last bit of a processor's
/// logarithm changes nothing.
/// </summary>
/// <param name="Metrics">By name, such as <c>retrieval.recall@1</c>.</param>
/// <param name="Slices">The same by slice: <c>locale=fr</c>, <c>reason=refund</c>, <c>source=demo</c>.</param>
/// <param name="Conversations">In the order of the input.</param>
/// <param name="Charts">What curves and the confusion matrix are drawn from.</param>
/// <param name="Warnings">What could not be used, counted; nothing is left out in silence.</param>
public sealed record RunResult(
    RunInfo Run,
    IReadOnlyDictionary<string, MetricValue> Metrics,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, MetricValue>> Slices,
    Charts Charts,
    IReadOnlyList<RunWarning> Warnings,
    IReadOnlyList<ConversationResult> Conversations)
{
    /// <summary>Means of what a model thinks of the answers, such as <c>Relevance</c>, from 1 to 5; null when none was asked. No gate reads it.</summary>
    public IReadOnlyDictionary<string, MetricValue>? Advice { get; init; }
}
