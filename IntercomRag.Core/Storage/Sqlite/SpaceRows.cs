using IntercomRag.Core.Embeddings;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Reads the embedding spaces, within the caller's transaction.</summary>
internal static class SpaceRows
{
    public static async Task<IReadOnlyList<EmbeddingSpace>> ReadAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var select = connection.Command("SELECT id, model, dimensions, probe, live FROM space ORDER BY id");
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var spaces = new List<EmbeddingSpace>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var probe = VectorBlob.Read(reader.GetFieldValue<byte[]>(3)).ToArray();
            spaces.Add(new EmbeddingSpace(reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), probe, reader.GetBoolean(4)));
        }

        return spaces;
    }
}
