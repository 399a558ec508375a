using System.Globalization;
using IntercomRag.Core.Knowledge.Sync;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>
/// Keeps the sync's memory in the index file, so that a new file is filled again, and its locks in two files beside it:
/// <c>knowledge.db.lead</c> for the one process that syncs, <c>knowledge.db.write</c> for whoever changes an article.
/// </summary>
public sealed class SqliteSyncStore(SqliteIndexFile file, TimeProvider time) : ISyncStore, IDisposable
{
    private const string LastFullSync = "last_full_sync";
    private const string Watermark = "watermark";

    private readonly FileLock _lead = new(file.Path + ".lead", time);
    private readonly FileLock _write = new(file.Path + ".write", time);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var right = await EnterAsync(cancellationToken);
        await file.PrepareAsync(cancellationToken);
    }

    public async Task<SyncState> ReadStateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var command = connection.Command("SELECT name, value FROM sync");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            values[reader.GetString(0)] = reader.GetString(1);
        }

        return new SyncState(Time(values, LastFullSync), Time(values, Watermark));
    }

    public async Task WriteStateAsync(SyncState state, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await WriteAsync(connection, LastFullSync, Text(state.LastFullSync), cancellationToken);
        await WriteAsync(connection, Watermark, Text(state.Watermark), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task<IAsyncDisposable?> TryLeadAsync(CancellationToken cancellationToken) => Task.FromResult(_lead.TryEnter());

    public Task<IAsyncDisposable> EnterAsync(CancellationToken cancellationToken) => _write.EnterAsync(cancellationToken);

    public async Task CompactAsync(CancellationToken cancellationToken)
    {
        await using var right = await EnterAsync(cancellationToken);
        await using var connection = await file.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    public void Dispose()
    {
        _lead.Dispose();
        _write.Dispose();
    }

    private static async Task WriteAsync(SqliteConnection connection, string name, string? value, CancellationToken cancellationToken)
    {
        await using var command = value is null
            ? connection.Command("DELETE FROM sync WHERE name = $name", ("$name", name))
            : connection.Command("INSERT INTO sync VALUES($name, $value) ON CONFLICT DO UPDATE SET value = $value", ("$name", name), ("$value", value));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DateTimeOffset? Time(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var value) ? DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;

    private static string? Text(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);
}
