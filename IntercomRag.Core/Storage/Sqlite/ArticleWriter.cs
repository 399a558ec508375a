using System.Text.Json;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Writes and deletes the rows of one article, within the caller's transaction.</summary>
internal sealed class ArticleWriter(SqliteConnection connection)
{
    public async Task RemoveAsync(ArticleKey key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not var (id, audience, terms))
        {
            return;
        }

        var (first, last) = ChunkIds(id);
        await ExecuteAsync("DELETE FROM passage WHERE rowid BETWEEN $first AND $last", cancellationToken, ("$first", first), ("$last", last));
        await ExecuteAsync("DELETE FROM chunk WHERE id BETWEEN $first AND $last", cancellationToken, ("$first", first), ("$last", last));
        await ExecuteAsync("DELETE FROM article WHERE id = $id", cancellationToken, ("$id", id));
        await CountTermsAsync(terms, key.Locale, audience, -1, cancellationToken);
        await ExecuteAsync(
            "DELETE FROM term WHERE articles = 0 AND locale = $locale AND audience = $audience AND term IN (SELECT value FROM json_each($terms))",
            cancellationToken,
            ("$locale", key.Locale),
            ("$audience", audience),
            ("$terms", terms));
    }

    /// <summary>The article must not be there.</summary>
    public async Task AddAsync(IndexedArticle article, CancellationToken cancellationToken)
    {
        if (article.Chunks.Count > SqliteSchema.ChunksPerArticle)
        {
            throw new ArgumentException($"Article {article.Card.Key} has {article.Chunks.Count} chunks; the index takes {SqliteSchema.ChunksPerArticle}.", nameof(article));
        }

        var key = article.Card.Key;
        var passageTerms = new PassageTerms(article);
        var passages = article.Chunks.Select(chunk => (Chunk: chunk, Terms: passageTerms.Of(chunk))).ToList();
        var terms = JsonSerializer.Serialize([.. passageTerms.All], CardJsonContext.Default.StringArray);

        await using var insert = connection.Command(
            """
            INSERT INTO article(article_id, locale, audience, content_hash, card, terms)
            VALUES($article, $locale, $audience, $hash, $card, $terms) RETURNING id
            """,
            ("$article", key.ArticleId),
            ("$locale", key.Locale),
            ("$audience", (int)article.Audience),
            ("$hash", article.ContentHash),
            ("$card", CardJson.Write(article.Card)),
            ("$terms", terms));
        var (first, _) = ChunkIds((long)(await insert.ExecuteScalarAsync(cancellationToken))!);

        var scope = ScopeTerms.Of(key.Locale, article.Audience);
        foreach (var (chunk, (title, headings, body)) in passages)
        {
            var path = JsonSerializer.Serialize(chunk.HeadingPath, CardJsonContext.Default.IReadOnlyListString);
            await ExecuteAsync("INSERT INTO chunk VALUES($id, $path, $text)", cancellationToken, ("$id", first + chunk.Ordinal), ("$path", path), ("$text", chunk.Text));
            await ExecuteAsync(
                "INSERT INTO passage(rowid, title, headings, body, scope) VALUES($id, $title, $headings, $body, $scope)",
                cancellationToken,
                ("$id", first + chunk.Ordinal),
                ("$title", title),
                ("$headings", headings),
                ("$body", body),
                ("$scope", scope));
        }

        await CountTermsAsync(terms, key.Locale, (int)article.Audience, 1, cancellationToken);
    }

    private async Task<(long Id, int Audience, string Terms)?> FindAsync(ArticleKey key, CancellationToken cancellationToken)
    {
        await using var find = connection.Command(
            "SELECT id, audience, terms FROM article WHERE article_id = $article AND locale = $locale", ("$article", key.ArticleId), ("$locale", key.Locale));
        await using var reader = await find.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetInt32(1), reader.GetString(2)) : null;
    }

    private static (long First, long Last) ChunkIds(long articleId)
    {
        var first = articleId * SqliteSchema.ChunksPerArticle;
        return (first, first + SqliteSchema.ChunksPerArticle - 1);
    }

    // "WHERE true" tells SQLite that ON CONFLICT is not the ON of a join.
    private Task CountTermsAsync(string terms, string locale, int audience, int difference, CancellationToken cancellationToken) => ExecuteAsync(
        """
        INSERT INTO term(term, locale, audience, articles) SELECT value, $locale, $audience, $difference FROM json_each($terms) WHERE true
        ON CONFLICT DO UPDATE SET articles = articles + $difference
        """,
        cancellationToken,
        ("$terms", terms),
        ("$locale", locale),
        ("$audience", audience),
        ("$difference", difference));

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var command = connection.Command(sql, parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
