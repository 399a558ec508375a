using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Reads where the index stands and what has left it, within the caller's transaction.</summary>
internal static class IndexState
{
    public static async Task<IndexVersion> ReadAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command("SELECT file, version FROM state");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new IndexVersion(reader.GetString(0), reader.GetInt64(1));
    }

    public static async Task<IReadOnlyList<ArticleKey>> ReadRemovedAsync(SqliteConnection connection, long after, long upTo, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            "SELECT article_id, locale FROM removed WHERE version > $after AND version <= $upTo ORDER BY version", ("$after", after), ("$upTo", upTo));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<ArticleKey>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(new ArticleKey(reader.GetString(0), reader.GetString(1)));
        }

        return keys;
    }
}
