using IntercomRag.Core.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Storage.Sqlite;

/// <summary>An index in a folder of its own, which goes with it.</summary>
internal sealed class TemporaryIndex : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intercomrag-index-").FullName;

    public TemporaryIndex() => (File, Index, Store) = Another();

    public string Path => System.IO.Path.Combine(_folder, "knowledge.db");

    public SqliteIndexFile File { get; }

    public SqliteKnowledgeIndex Index { get; }

    public SqliteSyncStore Store { get; }

    /// <summary>The same file as another process would open it.</summary>
    public (SqliteIndexFile File, SqliteKnowledgeIndex Index, SqliteSyncStore Store) Another()
    {
        var options = Options.Create(new SqliteIndexOptions { ConnectionString = $"Endpoint=file://{Path};Key=" });
        var file = new SqliteIndexFile(options, TimeProvider.System, NullLogger<SqliteIndexFile>.Instance);
        return (file, new SqliteKnowledgeIndex(file), new SqliteSyncStore(file, TimeProvider.System));
    }

    public void Dispose()
    {
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
