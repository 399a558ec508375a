using System.Globalization;
using System.Text.Json;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Ranks passages by the sum, over the query's terms, of the term's weight times its BM25.</summary>
/// <remarks>
/// FTS5's <c>bm25</c> of an OR is the sum over its terms, so terms of the same weight are one search, and the weighted sums of these
/// searches are exact. It is negative, the best lowest. The <c>scope</c> column counts for nothing.
/// </remarks>
internal sealed class PassageSearch(SqliteIndexOptions options)
{
    private const int RoomForTies = 64;

    private readonly string _bm25 = string.Create(
        CultureInfo.InvariantCulture, $"bm25(passage, {options.TitleWeight}, {options.HeadingsWeight}, {options.BodyWeight}, 0)");

    public async Task<IReadOnlyList<PassageHit>> SearchAsync(SqliteConnection connection, PassageQuery query, CancellationToken cancellationToken)
    {
        var scopes = ScopeTerms.For(query.Scope).ToList();
        var groups = query.Terms
            .Where(term => term.Weight > 0)
            .GroupBy(term => term.Term, StringComparer.Ordinal)
            .Select(same => new WeightedTerm(same.Key, same.Max(term => term.Weight)))
            .OrderByDescending(term => term.Weight)
            .Take(options.MaxQueryTerms)
            .GroupBy(term => term.Weight, term => term.Term)
            .ToList();
        if (scopes.Count == 0 || groups.Count == 0 || query.Limit <= 0)
        {
            return [];
        }

        await using var command = connection.Command(Sql(groups.Count), ("$limit", query.Limit), ("$perArticle", SqliteSchema.ChunksPerArticle));
        for (var i = 0; i < groups.Count; i++)
        {
            command.Parameters.AddWithValue($"$match{i}", Fts5Query.AnyOf(groups[i], scopes));
            command.Parameters.AddWithValue($"$weight{i}", groups[i].Key);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var hits = new List<PassageHit>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var card = CardJson.Read(new ArticleKey(reader.GetString(0), reader.GetString(1)), reader.GetString(2));
            var path = JsonSerializer.Deserialize(reader.GetString(4), CardJsonContext.Default.IReadOnlyListString)!;
            hits.Add(new PassageHit(card, new Chunk(reader.GetInt32(3), path, reader.GetString(5)), reader.GetDouble(6)));
        }

        return hits;
    }

    // Passages that tie are ordered by article, which the ranking does not know: it keeps some more, so that a tie across the limit is
    // cut the same way however the rows came to lie in the file.
    private string Sql(int groups)
    {
        var searches = Enumerable.Range(0, groups).Select(i => $"SELECT rowid AS id, -$weight{i} * {_bm25} AS score FROM passage WHERE passage MATCH $match{i}").ToList();
        var order = $"ORDER BY 2 DESC, 1 LIMIT $limit + {RoomForTies}";

        // MATERIALIZED keeps SQLite from moving bm25 out of its search, where it cannot work.
        var ranked = groups == 1
            ? $"WITH ranked AS MATERIALIZED ({searches[0]} {order})"
            : $"WITH scored AS MATERIALIZED ({string.Join(" UNION ALL ", searches)}), ranked AS (SELECT id, SUM(score) AS score FROM scored GROUP BY id {order})";
        return $"""
            {ranked}
            SELECT article.article_id, article.locale, article.card, ranked.id % $perArticle, chunk.heading_path, chunk.text, ranked.score
            FROM ranked
            JOIN chunk ON chunk.id = ranked.id
            JOIN article ON article.id = ranked.id / $perArticle
            ORDER BY ranked.score DESC, article.article_id, article.locale, ranked.id
            LIMIT $limit
            """;
    }
}
