using System.Numerics.Tensors;
using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Embeddings;

/// <summary>
/// The live vectors in this process's memory, by language, brought up to date before every search, like the words: an article that was taken out a moment ago
/// in another process is not found. The search is exact; docs/retrieval.md has its time and memory.
/// </summary>
public sealed class LiveVectorIndex(IVectorStore store) : IDisposable
{
    /// <summary>Articles read at a time.</summary>
    private const int Batch = 500;

    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile Snapshot _now = new(null, [], null);

    /// <summary>Reads what changed since the last time. Another model's vectors are read to the last before they take the place of the former ones.</summary>
    /// <returns>The model of the vectors; null when there are none.</returns>
    public async Task<EmbeddingSpace?> RefreshAsync(CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            var next = _now;
            bool hasMore;
            do
            {
                var changes = await store.ReadChangesAsync(next.Version, Batch, cancellationToken);
                next = next.After(changes);
                hasMore = changes.HasMore;
            }
            while (hasMore);

            _now = next;
            return next.Space;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <summary>How near each article of a language is to a query.</summary>
    /// <param name="space">Of the query's vector; nothing is found when it is no longer the live one.</param>
    /// <param name="query">Of length 1.</param>
    public IReadOnlyList<ArticleSimilarity> Search(EmbeddingSpace space, ReadOnlySpan<float> query, string language, IReadOnlyCollection<Audience> audiences)
    {
        var now = _now;
        if (now.Space?.Id != space.Id || query.Length != space.Dimensions || !now.Languages.TryGetValue(language, out var articles))
        {
            return [];
        }

        var found = new List<ArticleSimilarity>(articles.Count);
        foreach (var article in articles.Values)
        {
            if (audiences.Contains(article.Audience))
            {
                found.Add(Nearest(article, query));
            }
        }

        return found;
    }

    public void Dispose() => _refreshing.Dispose();

    private static ArticleSimilarity Nearest(ArticleVectors article, ReadOnlySpan<float> query)
    {
        var values = article.Values.Span;
        var (best, ordinal) = (float.NegativeInfinity, 0);
        for (var i = 0; i < article.Ordinals.Count; i++)
        {
            var similarity = TensorPrimitives.Dot(query, values.Slice(i * query.Length, query.Length));
            if (similarity > best)
            {
                (best, ordinal) = (similarity, article.Ordinals[i]);
            }
        }

        return new ArticleSimilarity(article.Key, best, ordinal);
    }

    /// <summary>What was read at one moment; never changed, so that a search needs no lock.</summary>
    private sealed record Snapshot(VectorVersion? Version, Dictionary<string, Dictionary<ArticleKey, ArticleVectors>> Languages, EmbeddingSpace? Space)
    {
        public Snapshot After(VectorChanges changes)
        {
            if (!changes.FromNothing && changes.Changed.Count == 0 && changes.Removed.Count == 0)
            {
                return this with { Version = changes.Version, Space = changes.Space };
            }

            var languages = changes.FromNothing ? new(StringComparer.OrdinalIgnoreCase) : new Dictionary<string, Dictionary<ArticleKey, ArticleVectors>>(Languages, StringComparer.OrdinalIgnoreCase);
            var copied = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var key in changes.Removed)
            {
                OfLanguage(key).Remove(key);
            }

            foreach (var article in changes.Changed)
            {
                OfLanguage(article.Key)[article.Key] = article;
            }

            return new Snapshot(changes.Version, languages, changes.Space);

            // Searches may be reading the former one.
            Dictionary<ArticleKey, ArticleVectors> OfLanguage(ArticleKey key)
            {
                if (copied.Add(key.Language))
                {
                    languages[key.Language] = new(languages.GetValueOrDefault(key.Language) ?? []);
                }

                return languages[key.Language];
            }
        }
    }
}
