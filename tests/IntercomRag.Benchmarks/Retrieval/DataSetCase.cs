namespace IntercomRag.Benchmarks.Retrieval;

/// <summary>One recorded conversation of a data set; the last turn is the customer's.</summary>
/// <param name="ArticleIds">Articles that answer it; empty when none should be cited.</param>
/// <param name="KnowledgeBase">Data set whose articles it is put to.</param>
/// <param name="Answer">Reference answer; empty when the source has none.</param>
/// <param name="Grounding">The article's own words that answer; empty when the source does not say.</param>
internal sealed record DataSetCase(
    string Id,
    string Locale,
    IReadOnlyList<(bool IsCustomer, string Text)> Turns,
    IReadOnlySet<string> ArticleIds,
    bool? Answerable,
    string KnowledgeBase,
    string Answer,
    string Grounding);
