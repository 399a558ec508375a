namespace IntercomRag.Eval.Recorded;

/// <summary>What is right; written by people, never by the assistant.</summary>
/// <param name="Action">Null when the source does not say.</param>
/// <param name="Accept">Actions that are as good.</param>
/// <param name="Reason">Code of docs/decisions.md; null when the source does not say.</param>
/// <param name="ArticleIds">Articles that answer, each of them right.</param>
/// <param name="MustContain">Facts that the reply has to have.</param>
/// <param name="Answerable">Null when the source does not say.</param>
public sealed record GoldLabel(
    string? Action,
    IReadOnlyList<string> Accept,
    string? Reason,
    IReadOnlyList<string> ArticleIds,
    string? Answer,
    IReadOnlyList<string> MustContain,
    bool? Answerable)
{
    /// <summary>The expected action, or one that is as good.</summary>
    public bool Allows(string action) => action == Action || Accept.Contains(action);
}
