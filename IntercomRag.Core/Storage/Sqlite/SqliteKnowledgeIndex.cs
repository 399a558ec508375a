using System.Text.Json;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>
/// The index in one SQLite file. Every article changes in one transaction, and write-ahead logging lets readers in any process go on with
/// what was there before.
/// </summary>
/// <remarks>SQLite works on the calling thread: every read here is by key and small.</remarks>
public sealed class SqliteKnowledgeIndex(SqliteIndexFile file) : IKnowledgeIndex
{
    public Task ReplaceAsync(IndexedArticle article, CancellationToken cancellationToken) => InTransactionAsync(
        connection => new ArticleWriter(connection).ReplaceAsync(article, cancellationToken), cancellationToken);

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

    public async Task<IndexChanges> ReadChangesAsync(IndexVersion? since, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        var now = await IndexState.ReadAsync(connection, cancellationToken);
        var known = since?.File == now.File;
        var from = known ? since!.Value.Number : 0;
        if (known && from == now.Number)
        {
            return new IndexChanges(now, FromNothing: false, [], [], HasMore: false);
        }

        await using var select = connection.Command(
            $"SELECT {ArticleRows.Columns} FROM article WHERE version > $from ORDER BY version LIMIT $limit", ("$from", from), ("$limit", limit));
        var changed = await ArticleRows.ReadAsync(connection, select, cancellationToken);
        var hasMore = changed.Count == limit && changed[^1].Version < now.Number;
        var reached = hasMore ? changed[^1].Version : now.Number;
        var removed = known ? await IndexState.ReadRemovedAsync(connection, from, reached, cancellationToken) : [];
        return new IndexChanges(now with { Number = reached }, !known, [.. changed.Select(row => row.Article)], removed, hasMore);
    }

    public async Task<IReadOnlyList<IndexedArticle>> ReadAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        await using var select = connection.Command(SelectWanted(ArticleRows.Columns), ("$keys", Json(keys)));
        return [.. (await ArticleRows.ReadAsync(connection, select, cancellationToken)).Select(row => row.Article)];
    }

    public async Task<IReadOnlyList<ArticleCard>> FindAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var command = connection.Command(SelectWanted("article.article_id, article.locale, article.card"), ("$keys", Json(keys)));
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

    private static string SelectWanted(string columns) =>
        $"""
        SELECT {columns}
        FROM json_each($keys) AS wanted
        JOIN article ON article.article_id = wanted.value ->> 0 AND article.locale = wanted.value ->> 1
        ORDER BY wanted.key
        """;

    private static string Json(IEnumerable<ArticleKey> keys) =>
        JsonSerializer.Serialize(keys.Distinct().Select(key => new[] { key.ArticleId, key.Locale }).ToArray(), CardJsonContext.Default.StringArrayArray);

    private static string Json(IEnumerable<string> values) => JsonSerializer.Serialize(values.ToArray(), CardJsonContext.Default.StringArray);

    private async Task InTransactionAsync(Func<SqliteConnection, Task> change, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await change(connection);
        await transaction.CommitAsync(cancellationToken);
    }
}
