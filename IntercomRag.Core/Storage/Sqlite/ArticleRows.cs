using System.Text.Json;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Reads whole articles, within the caller's transaction.</summary>
internal static class ArticleRows
{
    /// <summary>What a query must select for <see cref="ReadAsync"/>.</summary>
    public const string Columns = "article.id, article.article_id, article.locale, article.audience, article.version, article.content_hash, article.description, article.card";

    /// <summary>The articles in the order of the command's rows, each with its version.</summary>
    public static async Task<IReadOnlyList<(IndexedArticle Article, long Version)>> ReadAsync(SqliteConnection connection, SqliteCommand command, CancellationToken cancellationToken)
    {
        var rows = new List<(long Id, IndexedArticle Article, long Version)>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var card = CardJson.Read(new ArticleKey(reader.GetString(1), reader.GetString(2)), reader.GetString(7));
                var article = new IndexedArticle(card, reader.IsDBNull(6) ? null : reader.GetString(6), (Audience)reader.GetInt32(3), reader.GetString(5), []);
                rows.Add((reader.GetInt64(0), article, reader.GetInt64(4)));
            }
        }

        var articles = new List<(IndexedArticle, long)>(rows.Count);
        await using var chunks = connection.Command("SELECT ordinal, heading_path, text FROM chunk WHERE article = $id ORDER BY ordinal", ("$id", 0));
        foreach (var (id, article, version) in rows)
        {
            chunks.Parameters["$id"].Value = id;
            await using var reader = await chunks.ExecuteReaderAsync(cancellationToken);
            var list = new List<Chunk>();
            while (await reader.ReadAsync(cancellationToken))
            {
                list.Add(ReadChunk(reader, 0));
            }

            articles.Add((article with { Chunks = list }, version));
        }

        return articles;
    }

    /// <summary>A chunk from its <c>ordinal</c>, <c>heading_path</c> and <c>text</c>.</summary>
    /// <param name="column">Of the first of the three.</param>
    public static Chunk ReadChunk(SqliteDataReader reader, int column) => new(
        reader.GetInt32(column),
        JsonSerializer.Deserialize(reader.GetString(column + 1), CardJsonContext.Default.IReadOnlyListString)!,
        reader.GetString(column + 2));
}
