namespace IntercomRag.Core.Knowledge.Index;

/// <summary>What happened to the articles after a version.</summary>
/// <param name="Version">After the last of these changes.</param>
/// <param name="FromNothing">The version asked from belongs to another store: what was read before is void.</param>
/// <param name="Changed">Articles as they are now, each once, in the order of their last change.</param>
/// <param name="Removed">Articles that are no longer there.</param>
/// <param name="HasMore">There are further changes: ask again from <paramref name="Version"/>.</param>
public sealed record IndexChanges(
    IndexVersion Version,
    bool FromNothing,
    IReadOnlyList<IndexedArticle> Changed,
    IReadOnlyList<ArticleKey> Removed,
    bool HasMore);
