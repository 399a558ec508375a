namespace IntercomRag.Core.Knowledge;

/// <summary>An article as the Help Center holds it, in all its languages.</summary>
/// <param name="CollectionIds">Collections that hold it; empty when it stands alone.</param>
/// <param name="Contents">One entry a locale, each with its own state.</param>
public sealed record SourceArticle(
    string Id,
    IReadOnlyList<string> CollectionIds,
    Audience Audience,
    IReadOnlyList<LocalizedContent> Contents);
