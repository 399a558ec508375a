namespace IntercomRag.Core.Knowledge.Index;

/// <summary>
/// The searchable articles. One process writes and many read; a reader sees an article as it was before a replacement or after it,
/// never a mixture.
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

    /// <summary>The best passages for a query, best first; ties in a stable order.</summary>
    Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken);

    /// <summary>How many of the articles that <paramref name="scope"/> lets through contain each term, and how many there are.</summary>
    Task<TermStatistics> ReadTermStatisticsAsync(IReadOnlyCollection<string> terms, SearchScope scope, CancellationToken cancellationToken);

    /// <summary>The articles among <paramref name="keys"/> that are in the index at this moment.</summary>
    Task<IReadOnlyList<ArticleCard>> FindAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken);
}
