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

    // The checks were finished before a sentence was written about these articles; its verdict changed nothing.
    private static readonly HashSet<string> s_fresh = ["1039/fr", "1045/en", "1048/fr", "1049/fr", "1050/en", "1068/en"];

    /// <summary>Not looked at while the checks were built: the shares to expect on other articles.</summary>
    public bool IsFresh => s_fresh.Contains(Article);

    public bool IsAcrossLanguages => !Article.EndsWith("/" + Language, StringComparison.Ordinal);
}
