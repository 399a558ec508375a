using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>The file of the index: opens connections to it, and replaces it when it cannot be used.</summary>
public sealed partial class SqliteIndexFile(IOptions<SqliteIndexOptions> options, TimeProvider time, ILogger<SqliteIndexFile> logger)
{
    // Result codes of SQLite: a damaged file, and one that is no database at all.
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly Lock _gate = new();
    private readonly int _busyMilliseconds = (int)options.Value.BusyTimeout.TotalMilliseconds;
    private (DateTime WrittenAt, long Length)? _opened;

    /// <summary>Absolute path.</summary>
    public string Path { get; } = IndexEndpoint.PathIn(options.Value.ConnectionString);

    /// <summary>A connection to a usable index, which is created when there is none. Pooled: dispose it soon.</summary>
    /// <exception cref="KnowledgeIndexException">The file is damaged, or of another version, until the worker has replaced it.</exception>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        LeaveReplacedFile();
        var connection = NewConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={_busyMilliseconds}; PRAGMA synchronous=NORMAL"), cancellationToken);
            bool current;

            // One snapshot for all that is asked: another process may be creating the index between two questions.
            await using (connection.BeginTransaction(deferred: true))
            {
                current = await IsCurrentAsync(connection, cancellationToken);
            }

            if (!current)
            {
                await CreateAsync(connection, cancellationToken);
            }

            return connection;
        }
        catch (Exception e)
        {
            // A pooled connection would stay with the file that was opened, also after it has been replaced.
            SqliteConnection.ClearPool(connection);
            await connection.DisposeAsync();
            if (IsDamage(e))
            {
                throw new KnowledgeIndexException($"The knowledge index {Path} is damaged. The worker puts it aside and builds a new one.", e);
            }

            throw;
        }
    }

    /// <summary>
    /// Makes sure of a usable file: one that is damaged or of another version is renamed, and a new one created. Only for the process
    /// that fills the index. Reads the whole file.
    /// </summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await CheckAsync(connection, cancellationToken);
        }
        catch (Exception e) when (e is KnowledgeIndexException || IsDamage(e))
        {
            PutAside(e);
            await (await OpenAsync(cancellationToken)).DisposeAsync();
        }
    }

    /// <summary>Whether the error says that the file itself is damaged, and not that it is busy or the disk full.</summary>
    internal static bool IsDamage(Exception error) => error is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };

    private static async Task<bool> IsCurrentAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var version = await connection.ReadNumberAsync("PRAGMA user_version", cancellationToken);
        var application = await connection.ReadNumberAsync("PRAGMA application_id", cancellationToken);
        if ((version, application) == (SqliteSchema.Version, SqliteSchema.ApplicationId))
        {
            return true;
        }

        if (application == SqliteSchema.ApplicationId)
        {
            throw new KnowledgeIndexException(
                $"The knowledge index {connection.DataSource} has version {version} and this program needs {SqliteSchema.Version}. The worker puts it aside and builds a new one.");
        }

        return application == 0 && version == 0 && await connection.ReadNumberAsync("SELECT COUNT(*) FROM sqlite_schema", cancellationToken) == 0
            ? false
            : throw new KnowledgeIndexException($"{connection.DataSource} is a database of something else. The worker puts it aside and builds a knowledge index in its place.");
    }

    private static async Task CreateAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync("PRAGMA journal_mode=WAL", cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);

        // Another process may have been faster.
        if (!await IsCurrentAsync(connection, cancellationToken))
        {
            await connection.ExecuteAsync(SqliteSchema.Create, cancellationToken);
            await connection.ExecuteAsync(
                string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={SqliteSchema.ApplicationId}; PRAGMA user_version={SqliteSchema.Version}"), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task CheckAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var check = connection.Command("PRAGMA quick_check(1)");
        if (await check.ExecuteScalarAsync(cancellationToken) is not "ok")
        {
            throw new KnowledgeIndexException($"The knowledge index {connection.DataSource} is damaged.");
        }
    }

    // The library tries a busy statement again until its own timeout, 30 s by default, besides SQLite's.
    private SqliteConnection NewConnection() => new(new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        DefaultTimeout = (int)Math.Ceiling(options.Value.BusyTimeout.TotalSeconds),
    }.ToString());

    private void ClearPool()
    {
        using var connection = NewConnection();
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>
    /// A pooled connection stays with the file that it opened, also when another process has put that aside and made a new one. A new file is told
    /// by its time and length; after a write to the same one, opening again costs a millisecond.
    /// </summary>
    private void LeaveReplacedFile()
    {
        lock (_gate)
        {
            if (Look() is not { } there || there != _opened)
            {
                ClearPool();
                _opened = Look();
            }
        }
    }

    private (DateTime WrittenAt, long Length)? Look()
    {
        var file = new FileInfo(Path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : null;
    }

    private void PutAside(Exception cause)
    {
        ClearPool();
        var aside = $"{Path}.aside-{time.GetUtcNow():yyyyMMdd'T'HHmmssfff}";
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            if (File.Exists(Path + suffix))
            {
                File.Move(Path + suffix, aside + suffix);
            }
        }

        LogPutAside(Path, aside, cause);
    }

    [LoggerMessage(1, LogLevel.Warning, "The knowledge index {Path} cannot be used; it is now {Aside}, and the next sync fills a new one")]
    private partial void LogPutAside(string path, string aside, Exception exception);
}
