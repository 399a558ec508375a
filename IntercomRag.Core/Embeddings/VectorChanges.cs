using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Embeddings;

/// <summary>What happened to the live vectors after a version.</summary>
/// <param name="FromNothing">The version asked from belongs to another store or model: what was read before is void.</param>
/// <param name="Space">The live space; null when there is none.</param>
/// <param name="Changed">Articles with all their vectors as they are now.</param>
/// <param name="Removed">Articles that are no longer there, or have no vector.</param>
/// <param name="HasMore">There are further changes: ask again from <paramref name="Version"/>.</param>
public sealed record VectorChanges(
    VectorVersion Version,
    bool FromNothing,
    EmbeddingSpace? Space,
    IReadOnlyList<ArticleVectors> Changed,
    IReadOnlyList<ArticleKey> Removed,
    bool HasMore);
