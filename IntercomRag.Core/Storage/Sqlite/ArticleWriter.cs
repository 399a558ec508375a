using System.Text.Json;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Writes and deletes the rows of one article, within the caller's transaction.</summary>
internal sealed class ArticleWriter(SqliteConnection connection)
{
    /// <summary>Takes the article out and leaves a mark for readers. Nothing happens when it is not there.</summary>
    public async Task RemoveAsync(ArticleKey key, CancellationToken cancellationToken)
    {
        if (await DeleteAsync(key, cancellationToken))
        {
            await ExecuteAsync(
                "INSERT OR REPLACE INTO removed VALUES($article, $locale, $version)",
                cancellationToken,
                ("$article", key.ArticleId),
                ("$locale", key.Locale),
                ("$version", await NextVersionAsync(cancellationToken)));
        }
    }

    public async Task ReplaceAsync(IndexedArticle article, CancellationToken cancellationToken)
    {
        var key = article.Card.Key;
        await DeleteAsync(key, cancellationToken);
        await ExecuteAsync("DELETE FROM removed WHERE article_id = $article AND locale = $locale", cancellationToken, ("$article", key.ArticleId), ("$locale", key.Locale));
        await using var insert = connection.Command(
            """
            INSERT INTO article(article_id, locale, audience, version, content_hash, description, card)
            VALUES($article, $locale, $audience, $version, $hash, $description, $card) RETURNING id
            """,
            ("$article", key.ArticleId),
            ("$locale", key.Locale),
            ("$audience", (int)article.Audience),
            ("$version", await NextVersionAsync(cancellationToken)),
            ("$hash", article.ContentHash),
            ("$description", article.Description),
            ("$card", CardJson.Write(article.Card)));
        var id = (long)(await insert.ExecuteScalarAsync(cancellationToken))!;
        foreach (var chunk in article.Chunks)
        {
            await ExecuteAsync(
                "INSERT INTO chunk VALUES($article, $ordinal, $path, $text)",
                cancellationToken,
                ("$article", id),
                ("$ordinal", chunk.Ordinal),
                ("$path", JsonSerializer.Serialize(chunk.HeadingPath, CardJsonContext.Default.IReadOnlyListString)),
                ("$text", chunk.Text));
        }
    }

    private async Task<bool> DeleteAsync(ArticleKey key, CancellationToken cancellationToken)
    {
        await using var delete = connection.Command(
            "DELETE FROM article WHERE article_id = $article AND locale = $locale RETURNING id", ("$article", key.ArticleId), ("$locale", key.Locale));
        if (await delete.ExecuteScalarAsync(cancellationToken) is not long id)
        {
            return false;
        }

        await ExecuteAsync("DELETE FROM chunk WHERE article = $id", cancellationToken, ("$id", id));
        return true;
    }

    private async Task<long> NextVersionAsync(CancellationToken cancellationToken)
    {
        await using var next = connection.Command("UPDATE state SET version = version + 1 RETURNING version");
        return (long)(await next.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
