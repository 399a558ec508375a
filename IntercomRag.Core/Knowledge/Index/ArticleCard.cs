namespace IntercomRag.Core.Knowledge.Index;

/// <summary>What is known of an article besides its text.</summary>
/// <param name="Url">Null when no Help Center shows the article: it may then be quoted but not linked.</param>
/// <param name="CollectionPath">Names from the top collection down, in the article's language.</param>
/// <param name="CollectionIds">Ids of the same collections.</param>
public sealed record ArticleCard(
    ArticleKey Key,
    string Title,
    Uri? Url,
    IReadOnlyList<string> CollectionPath,
    IReadOnlyList<string> CollectionIds,
    string? AuthorName,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt);
