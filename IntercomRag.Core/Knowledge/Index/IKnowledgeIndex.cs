namespace IntercomRag.Core.Knowledge.Index;

/// <summary>
/// The articles that may be quoted, cut into passages. One process writes and many read; a reader sees an article as it was before a
/// replacement or after it, never a mixture.
/// </summary>
public interface IKnowledgeIndex
{
    /// <summary>Puts an article in, or replaces it and all its chunks at once.</summary>
    Task ReplaceAsync(IndexedArticle article, CancellationToken cancellationToken);

    /// <summary>Takes an article out. No error when it is not there.</summary>
    Task RemoveAsync(ArticleKey key, CancellationToken cancellationToken);

    /// <summary>What the index holds: every article with the hash of the content it was built from.</summary>
    Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(CancellationToken cancellationToken);

    /// <summary>The same for some articles, in all their languages.</summary>
    Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken);

    /// <summary>The changes after a version, or everything there is; cheap when there are none.</summary>
    /// <param name="since">Null for everything.</param>
    /// <param name="limit">Articles at most, at least 1.</param>
    Task<IndexChanges> ReadChangesAsync(IndexVersion? since, int limit, CancellationToken cancellationToken);

    /// <summary>The articles among <paramref name="keys"/> that are in the index at this moment, with their text.</summary>
    Task<IReadOnlyList<IndexedArticle>> ReadAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken);

    /// <summary>The same without the text.</summary>
    Task<IReadOnlyList<ArticleCard>> FindAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken);
}
