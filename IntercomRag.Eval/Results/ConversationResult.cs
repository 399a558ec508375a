namespace IntercomRag.Eval.Results;

/// <summary>One conversation: what was expected, what came, and how each measure judged it.</summary>
/// <param name="Source">First word of the record's <c>source</c>: the set that it belongs to.</param>
/// <param name="Turns">The conversation; the last is the customer's, which was replayed. Empty in a stored baseline.</param>
/// <param name="Expected">Null when nobody has said what is right.</param>
/// <param name="Passages">Best first.</param>
/// <param name="Measures">By name; only those that apply.</param>
/// <param name="Passed">No measure failed; null when none could fail.</param>
/// <param name="Spans">In the order in which they began. Empty in a stored baseline.</param>
public sealed record ConversationResult(
    string Id,
    string? Locale,
    string? Source,
    IReadOnlyList<TurnText> Turns,
    Expectation? Expected,
    Outcome Got,
    IReadOnlyList<PassageResult> Passages,
    IReadOnlyDictionary<string, MeasureResult> Measures,
    bool? Passed,
    IReadOnlyList<SpanResult> Spans)
{
    /// <summary>What a model thinks of the answer; null when none was asked, and in a stored baseline.</summary>
    public IReadOnlyDictionary<string, MeasureResult>? Advice { get; init; }
}
