namespace IntercomRag.Benchmarks.Regressions;

/// <summary>Regressions that somebody who edits the program can make.</summary>
internal static class CodeChanges
{
    private const string Core = "IntercomRag.Core/";
    private const string Weights = "Retrieval/RankingWeights.cs";

    public static IReadOnlyList<SeededChange> All { get; } =
    [
        Of("drafts indexed", "Knowledge/Sync/ArticleApplier.cs", "content.State != ArticleState.Published ? SkipReason.Draft\n            : ", ""),
        Of(
            "audience filter off",
            "Retrieval/Retriever.cs",
            "CustomerRole.User => [Audience.Everyone, Audience.AllUsers]",
            "CustomerRole.User => Enum.GetValues<Audience>()"),
        Of("a human's reply ignored", "Conversations/CustodyReader.cs", "return SilenceReason.HumanReplied;", "return null;"),
        Of("e-mail addresses not redacted", "Telemetry/Redactor.cs", "Email().Replace(text, \"[email]\")", "text"),
        Of(
            "links built from the id, unchecked",
            "Answers/ReplyHtml.cs",
            "{Encoder.Encode(article.Url.AbsoluteUri)}",
            "{new Uri(article.Url, article.Key.ArticleId)}"),
        Of("language not detected", "Decisions/Understanding/LanguageDetector.cs", "in texts)", "in texts.Take(0))"),
        Of("passages of 400 characters instead of 2,000", "Knowledge/Chunking/Chunker.cs", "MaxLength = 2000", "MaxLength = 400"),
        Of("earlier messages ignored by the search", "Retrieval/Finding.cs", "turn.Before.Aggregate(", "turn.Before.Take(0).Aggregate("),
        Of("stop words as ordinary words", Weights, "StopWord { get; init; } = 0.3", "StopWord { get; init; } = 0.75"),
        Of("title weight 3 → 0", Weights, "Title { get; init; } = 3", "Title { get; init; } = 0"),
        Of("best sentence ignored by the ranking", Weights, "Sentence { get; init; } = 1", "Sentence { get; init; } = 0"),
        Of("spelling off", "Retrieval/Words/Spelling.cs", "Shortest = 5", "Shortest = 50"),
        Of("word scores count for half", Weights, "Sharpness { get; init; } = 0.42", "Sharpness { get; init; } = 0.2"),
        Of("the same question again is no frustration", "Decisions/Understanding/Frustration.cs", "SameQuestion = 0.75", "SameQuestion = 1.01"),
        Of("quotations of 200 characters instead of 550", "Answers/Quoting/QuoteWeights.cs", "= 550", "= 200"),
    ];

    private static SeededChange Of(string name, string file, string find, string replacement) =>
        new(name, ChangeKind.Code, Core + file, Edits.Replace(find, replacement));
}
