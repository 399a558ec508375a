using System.Text.Json;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>
/// The index in one SQLite file: full-text search by FTS5, ranked by BM25 over title, headings and text. Every article changes in one
/// transaction, and write-ahead logging lets readers in any process go on with what was there before.
/// </summary>
/// <remarks>SQLite works on the calling thread; a search takes milliseconds.</remarks>
public sealed class SqliteKnowledgeIndex(SqliteIndexFile file, IOptions<SqliteIndexOptions> options) : IKnowledgeIndex
{
    private readonly PassageSearch _search = new(options.Value);

    public Task ReplaceAsync(IndexedArticle article, CancellationToken cancellationToken) => InTransactionAsync(
        async connection =>
        {
            var writer = new ArticleWriter(connection);
            await writer.RemoveAsync(article.Card.Key, cancellationToken);
            await writer.AddAsync(article, cancellationToken);
        },
        cancellationToken);

    public Task RemoveAsync(ArticleKey key, CancellationToken cancellationToken) =>
        InTransactionAsync(connection => new ArticleWriter(connection).RemoveAsync(key, cancellationToken), cancellationToken);

    public async Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var command = connection.Command("SELECT article_id, locale, content_hash FROM article");
        return await ReadHashesAsync(command, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var command = connection.Command(
            "SELECT article_id, locale, content_hash FROM article WHERE article_id IN (SELECT value FROM json_each($ids))",
            ("$ids", Json(articleIds)));
        return await ReadHashesAsync(command, cancellationToken);
    }

    public async Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);

        // Ranking and reading the passages see one state of the index.
        await using var transaction = connection.BeginTransaction(deferred: true);
        return await _search.SearchAsync(connection, query, cancellationToken);
    }

    public async Task<TermStatistics> ReadTermStatisticsAsync(IReadOnlyCollection<string> terms, SearchScope scope, CancellationToken cancellationToken)
    {
        const string InScope = "($anyLocale OR locale IN (SELECT value FROM json_each($locales))) AND audience IN (SELECT value FROM json_each($audiences))";
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        await using var count = connection.Command($"SELECT COUNT(*) FROM article WHERE {InScope}", ScopeParameters());
        var articles = (int)(long)(await count.ExecuteScalarAsync(cancellationToken))!;

        await using var perTerm = connection.Command(
            $"SELECT term, SUM(articles) FROM term WHERE term IN (SELECT value FROM json_each($terms)) AND {InScope} GROUP BY term",
            [("$terms", Json(terms)), .. ScopeParameters()]);
        await using var reader = await perTerm.ExecuteReaderAsync(cancellationToken);
        var with = terms.Distinct(StringComparer.Ordinal).ToDictionary(term => term, _ => 0, StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            with[reader.GetString(0)] = reader.GetInt32(1);
        }

        return new TermStatistics(articles, with);

        (string, object?)[] ScopeParameters() =>
        [
            ("$anyLocale", scope.Locales.Count == 0),
            ("$locales", Json(scope.Locales)),
            ("$audiences", "[" + string.Join(',', scope.Audiences.Select(audience => (int)audience)) + "]"),
        ];
    }

    public async Task<IReadOnlyList<ArticleCard>> FindAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var command = connection.Command(
            """
            SELECT article.article_id, article.locale, article.card
            FROM json_each($keys) AS wanted
            JOIN article ON article.article_id = wanted.value ->> 0 AND article.locale = wanted.value ->> 1
            ORDER BY wanted.key
            """,
            ("$keys", JsonSerializer.Serialize(keys.Distinct().Select(key => new[] { key.ArticleId, key.Locale }).ToArray(), CardJsonContext.Default.StringArrayArray)));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var cards = new List<ArticleCard>();
        while (await reader.ReadAsync(cancellationToken))
        {
            cards.Add(CardJson.Read(new ArticleKey(reader.GetString(0), reader.GetString(1)), reader.GetString(2)));
        }

        return cards;
    }

    private static async Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(SqliteCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var hashes = new Dictionary<ArticleKey, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            hashes[new ArticleKey(reader.GetString(0), reader.GetString(1))] = reader.GetString(2);
        }

        return hashes;
    }

    private static string Json(IEnumerable<string> values) => JsonSerializer.Serialize(values.ToArray(), CardJsonContext.Default.StringArray);

    private async Task InTransactionAsync(Func<SqliteConnection, Task> change, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await change(connection);
        await transaction.CommitAsync(cancellationToken);
    }
}
