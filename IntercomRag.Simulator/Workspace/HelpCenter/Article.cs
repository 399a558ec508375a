namespace IntercomRag.Simulator.Workspace.HelpCenter;

/// <summary>An article with all its languages. What REST shows at its root is the default language's content.</summary>
public sealed record Article
{
    /// <summary>A number in Intercom; any text for articles loaded from a file.</summary>
    public required string Id { get; init; }

    public required string DefaultLocale { get; init; }

    public required IReadOnlyDictionary<string, ArticleContent> Contents { get; init; }

    public string? CollectionId { get; init; }

    /// <summary>One of <see cref="ArticleAudience.Known"/>.</summary>
    public string Audience { get; init; } = ArticleAudience.Everyone;

    public ArticleContent Default => Contents[DefaultLocale];

    public Article With(ArticleContent content) =>
        this with { Contents = new SortedDictionary<string, ArticleContent>(Contents.ToDictionary(), StringComparer.Ordinal) { [content.Locale] = content } };
}
