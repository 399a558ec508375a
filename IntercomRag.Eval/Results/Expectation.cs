namespace IntercomRag.Eval.Results;

/// <summary>The gold label.</summary>
/// <param name="Action"><c>answer</c>, <c>clarify</c>, <c>offer</c>, <c>escalate</c>, <c>collect</c>, <c>silent</c>; null when the source does not say.</param>
/// <param name="Accept">Actions that are as good.</param>
/// <param name="ArticleIds">Articles that answer; each of them is right.</param>
/// <param name="Answerable">Whether an article answers; null when the source does not say.</param>
public sealed record Expectation(
    string? Action,
    IReadOnlyList<string> Accept,
    string? Reason,
    IReadOnlyList<string> ArticleIds,
    string? Answer,
    IReadOnlyList<string> MustContain,
    bool? Answerable);
