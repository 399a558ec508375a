using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Reads the vectors of articles, within the caller's transaction.</summary>
internal static class VectorRows
{
    /// <param name="known">What came before <paramref name="from"/> is known to whoever asks.</param>
    public static async Task<VectorChanges> ReadChangesAsync(
        SqliteConnection connection, EmbeddingSpace space, VectorVersion now, long from, bool known, int limit, CancellationToken cancellationToken)
    {
        var articles = await ReadArticlesAsync(connection, from, limit, cancellationToken);
        var hasMore = articles.Count >= limit && articles[^1].Changed < now.Number;
        var reached = hasMore ? articles[^1].Changed : now.Number;
        var changed = new List<ArticleVectors>();
        var removed = known ? (await IndexState.ReadRemovedAsync(connection, from, reached, cancellationToken)).ToList() : [];
        await using var select = connection.Command(
            """
            SELECT chunk.ordinal, vector.value FROM chunk JOIN vector ON vector.space = $space AND vector.hash = chunk.hash
            WHERE chunk.article = $id ORDER BY chunk.ordinal
            """,
            ("$space", space.Id),
            ("$id", 0));
        foreach (var (id, key, audience, _) in articles)
        {
            select.Parameters["$id"].Value = id;
            var (ordinals, values) = await ReadVectorsAsync(select, cancellationToken);
            if (ordinals.Count == 0)
            {
                removed.Add(key);
            }
            else
            {
                changed.Add(new ArticleVectors(key, audience, ordinals, values));
            }
        }

        return new VectorChanges(now with { Number = reached }, !known, space, changed, removed, hasMore);
    }

    private static async Task<List<(long Id, ArticleKey Key, Audience Audience, long Changed)>> ReadArticlesAsync(
        SqliteConnection connection, long from, int limit, CancellationToken cancellationToken)
    {
        // Vectors come to several articles under one number, which must not be cut in two.
        await using var select = connection.Command(
            """
            WITH changed AS (
                SELECT id, article_id, locale, audience, max(version, vectors) AS number FROM article WHERE version > $from OR vectors > $from),
            numbered AS (SELECT *, rank() OVER (ORDER BY number) AS place FROM changed)
            SELECT id, article_id, locale, audience, number FROM numbered WHERE place <= $limit ORDER BY number
            """,
            ("$from", from),
            ("$limit", limit));
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var articles = new List<(long, ArticleKey, Audience, long)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            articles.Add((reader.GetInt64(0), new ArticleKey(reader.GetString(1), reader.GetString(2)), (Audience)reader.GetInt32(3), reader.GetInt64(4)));
        }

        return articles;
    }

    private static async Task<(List<int> Ordinals, float[] Values)> ReadVectorsAsync(SqliteCommand select, CancellationToken cancellationToken)
    {
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var ordinals = new List<int>();
        var values = new List<float>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ordinals.Add(reader.GetInt32(0));
            values.AddRange(VectorBlob.Read(reader.GetFieldValue<byte[]>(1)));
        }

        return (ordinals, [.. values]);
    }
}
