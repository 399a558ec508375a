namespace IntercomRag.Benchmarks.Support;

/// <summary>
/// A sentence of <c>eval/support.jsonl</c>:
/// <c>{"article":"1002/en","language":"en","kind":"number","text":"The trial is free for 30 days."}</c>
/// </summary>
/// <param name="Article">Of the demo workspace, with its language: the sentence claims to rest on it.</param>
/// <param name="Language">Of the sentence.</param>
/// <param name="Kind"><c>true</c>, or what was altered.</param>
internal sealed record SupportCase(string Article, string Language, string Kind, string Text)
{
    public bool IsTrue => Kind == "true";

    /// <summary>Sentences about articles with an even number were looked at while the checks were built; the others were only measured.</summary>
    public bool IsSeen => (Article[3] - '0') % 2 == 0;

    public bool IsAcrossLanguages => !Article.EndsWith("/" + Language, StringComparison.Ordinal);
}
