using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>
/// Keeps the vectors in the index file, beside the passages, so that both change in one transaction. Its lock is a file beside it,
/// <c>knowledge.db.embed</c>, for the one process that fills it.
/// </summary>
public sealed class SqliteVectorStore(SqliteIndexFile file, TimeProvider time) : IVectorStore, IDisposable
{
    private readonly FileLock _lead = new(file.Path + ".embed", time);

    public Task<IAsyncDisposable?> TryLeadAsync(CancellationToken cancellationToken) => Task.FromResult(_lead.TryEnter());

    public async Task<IndexVersion> ReadVersionAsync(CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        return await IndexState.ReadAsync(connection, cancellationToken);
    }

    public async Task<IReadOnlyList<EmbeddingSpace>> ReadSpacesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        return await SpaceRows.ReadAsync(connection, cancellationToken);
    }

    public async Task<EmbeddingSpace> BeginSpaceAsync(string model, ReadOnlyMemory<float> probe, CancellationToken cancellationToken)
    {
        long id = 0;
        await InTransactionAsync(
            async connection =>
            {
                await connection.ExecuteAsync("DELETE FROM vector WHERE space IN (SELECT id FROM space WHERE live = 0)", cancellationToken);
                await connection.ExecuteAsync("DELETE FROM space WHERE live = 0", cancellationToken);
                await using var insert = connection.Command(
                    "INSERT INTO space(model, dimensions, probe, live) VALUES($model, $dimensions, $probe, 0) RETURNING id",
                    ("$model", model),
                    ("$dimensions", probe.Length),
                    ("$probe", VectorBlob.Write(probe.Span)));
                id = (long)(await insert.ExecuteScalarAsync(cancellationToken))!;
            },
            cancellationToken);
        return new EmbeddingSpace(id, model, probe.Length, probe.ToArray(), IsLive: false);
    }

    public async Task<IReadOnlyList<PendingPassage>> ReadPendingAsync(EmbeddingSpace space, string after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var select = connection.Command(
            """
            SELECT chunk.hash, chunk.ordinal, chunk.heading_path, chunk.text, article.article_id, article.locale, article.card
            FROM chunk JOIN article ON article.id = chunk.article
            WHERE chunk.hash > $after AND NOT EXISTS(SELECT 1 FROM vector WHERE vector.space = $space AND vector.hash = chunk.hash)
            GROUP BY chunk.hash ORDER BY chunk.hash LIMIT $limit
            """,
            ("$after", after),
            ("$space", space.Id),
            ("$limit", limit));
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var pending = new List<PendingPassage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = new ArticleKey(reader.GetString(4), reader.GetString(5));
            var chunk = ArticleRows.ReadChunk(reader, 1);
            pending.Add(new PendingPassage(reader.GetString(0), PassageText.Of(CardJson.Read(key, reader.GetString(6)).Title, chunk), $"{key}#{chunk.Ordinal}"));
        }

        return pending;
    }

    public async Task<(int Passages, int Pending)> CountAsync(EmbeddingSpace space, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var count = connection.Command(
            """
            SELECT COUNT(*), COUNT(*) FILTER (WHERE NOT EXISTS(SELECT 1 FROM vector WHERE vector.space = $space AND vector.hash = text.hash))
            FROM (SELECT DISTINCT hash FROM chunk) AS text
            """,
            ("$space", space.Id));
        await using var reader = await count.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    public Task AddAsync(EmbeddingSpace space, IReadOnlyList<PassageVector> vectors, CancellationToken cancellationToken) => InTransactionAsync(
        async connection =>
        {
            foreach (var vector in vectors)
            {
                await connection.ExecuteAsync(
                    """
                    INSERT OR REPLACE INTO vector(space, hash, value) SELECT $space, $hash, $value
                    WHERE EXISTS(SELECT 1 FROM chunk WHERE hash = $hash) AND EXISTS(SELECT 1 FROM space WHERE id = $space)
                    """,
                    cancellationToken,
                    ("$space", space.Id),
                    ("$hash", vector.Hash),
                    ("$value", VectorBlob.Write(vector.Vector.Span)));
            }

            // Readers follow the live space only; another one is read as a whole when it becomes that.
            if (await connection.ReadNumberAsync("SELECT COUNT(*) FROM space WHERE live = 1 AND id = $space", cancellationToken, ("$space", space.Id)) == 1)
            {
                var number = await connection.ReadNumberAsync("UPDATE state SET version = version + 1 RETURNING version", cancellationToken);
                foreach (var vector in vectors)
                {
                    await connection.ExecuteAsync(
                        "UPDATE article SET vectors = $number WHERE id IN (SELECT article FROM chunk WHERE hash = $hash)",
                        cancellationToken,
                        ("$number", number),
                        ("$hash", vector.Hash));
                }
            }
        },
        cancellationToken);

    public Task SwitchAsync(EmbeddingSpace space, CancellationToken cancellationToken) => InTransactionAsync(
        async connection =>
        {
            if (await connection.ReadNumberAsync("SELECT COUNT(*) FROM space WHERE id = $space", cancellationToken, ("$space", space.Id)) == 1)
            {
                await connection.ExecuteAsync("DELETE FROM vector WHERE space <> $space", cancellationToken, ("$space", space.Id));
                await connection.ExecuteAsync("DELETE FROM space WHERE id <> $space", cancellationToken, ("$space", space.Id));
                await connection.ExecuteAsync("UPDATE space SET live = 1", cancellationToken);
            }
        },
        cancellationToken);

    public async Task<VectorChanges> ReadChangesAsync(VectorVersion? since, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        var state = await IndexState.ReadAsync(connection, cancellationToken);
        var space = (await SpaceRows.ReadAsync(connection, cancellationToken)).FirstOrDefault(space => space.IsLive);
        var now = new VectorVersion(state.File, space?.Id, state.Number);
        var known = since is { } before && (before.File, before.Space) == (now.File, now.Space);
        if (space is null || since == now)
        {
            return new VectorChanges(now, FromNothing: !known, space, [], [], HasMore: false);
        }

        return await VectorRows.ReadChangesAsync(connection, space, now, known ? since!.Value.Number : 0, known, limit, cancellationToken);
    }

    public void Dispose() => _lead.Dispose();

    private async Task InTransactionAsync(Func<SqliteConnection, Task> change, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await change(connection);
        await transaction.CommitAsync(cancellationToken);
    }
}
