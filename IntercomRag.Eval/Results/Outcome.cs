namespace IntercomRag.Eval.Results;

/// <summary>What the turn came to, read from its spans.</summary>
/// <param name="Action">What was done: <c>silent</c> also when a decision was not carried out.</param>
/// <param name="Reason">Of the decision, or of the silence.</param>
/// <param name="Rule">Id of the rule that fired, as docs/decisions.md lists them; null for silence.</param>
/// <param name="Confidence">In [0, 1]; null when nothing was decided.</param>
/// <param name="Signals">What the phrases told.</param>
/// <param name="QueryTerms">Words that were searched for; null when nothing was searched.</param>
/// <param name="Cited">Articles that the reply rests on, as <c>id/locale</c>.</param>
/// <param name="Links">Addresses in the reply.</param>
/// <param name="Sent">What was written to Intercom, in order: <c>reply</c>, <c>note</c>, <c>assign</c>, <c>quick_replies</c>, <c>tag</c>.</param>
/// <param name="Team">Team that got the conversation.</param>
/// <param name="Reply">What the customer reads, as plain text without personal data; null when text was not captured or nothing was sent.</param>
public sealed record Outcome(
    string Action,
    string? Reason,
    string? Rule,
    string? Intent,
    string? Priority,
    double? Confidence,
    string? Language,
    string? Tone,
    IReadOnlyList<string> Signals,
    int? QueryTerms,
    IReadOnlyList<string> Cited,
    IReadOnlyList<string> Links,
    IReadOnlyList<string> Sent,
    string? Team,
    string? Reply);
