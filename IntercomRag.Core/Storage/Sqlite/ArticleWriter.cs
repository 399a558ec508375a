using System.Text.Json;
using IntercomRag.Core.Embeddings;
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
        if (await DeleteAsync(key, cancellationToken) is { } passages)
        {
            await ForgetVectorsAsync(passages, cancellationToken);
            await connection.ExecuteAsync(
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
        var before = await DeleteAsync(key, cancellationToken);
        await connection.ExecuteAsync("DELETE FROM removed WHERE article_id = $article AND locale = $locale", cancellationToken, ("$article", key.ArticleId), ("$locale", key.Locale));
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
            await connection.ExecuteAsync(
                "INSERT INTO chunk VALUES($article, $ordinal, $path, $text, $hash)",
                cancellationToken,
                ("$article", id),
                ("$ordinal", chunk.Ordinal),
                ("$path", JsonSerializer.Serialize(chunk.HeadingPath, CardJsonContext.Default.IReadOnlyListString)),
                ("$text", chunk.Text),
                ("$hash", PassageText.HashOf(PassageText.Of(article.Card.Title, chunk))));
        }

        await ForgetVectorsAsync(before ?? [], cancellationToken);
    }

    /// <returns>Hashes of the passages that it had; null when there was no such article.</returns>
    private async Task<IReadOnlyList<string>?> DeleteAsync(ArticleKey key, CancellationToken cancellationToken)
    {
        await using var delete = connection.Command(
            "DELETE FROM article WHERE article_id = $article AND locale = $locale RETURNING id", ("$article", key.ArticleId), ("$locale", key.Locale));
        if (await delete.ExecuteScalarAsync(cancellationToken) is not long id)
        {
            return null;
        }

        await using var passages = connection.Command("DELETE FROM chunk WHERE article = $id RETURNING hash", ("$id", id));
        await using var reader = await passages.ExecuteReaderAsync(cancellationToken);
        var hashes = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            hashes.Add(reader.GetString(0));
        }

        return hashes;
    }

    /// <summary>Deletes the vectors of texts that no article has any more.</summary>
    private async Task ForgetVectorsAsync(IReadOnlyList<string> hashes, CancellationToken cancellationToken)
    {
        foreach (var hash in hashes)
        {
            await connection.ExecuteAsync(
                "DELETE FROM vector WHERE space IN (SELECT id FROM space) AND hash = $hash AND NOT EXISTS(SELECT 1 FROM chunk WHERE hash = $hash)",
                cancellationToken,
                ("$hash", hash));
        }
    }

    private async Task<long> NextVersionAsync(CancellationToken cancellationToken)
    {
        await using var next = connection.Command("UPDATE state SET version = version + 1 RETURNING version");
        return (long)(await next.ExecuteScalarAsync(cancellationToken))!;
    }
}
