using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Section <c>KnowledgeIndex</c>: the SQLite index.</summary>
public sealed class SqliteIndexOptions
{
    public const string Section = "KnowledgeIndex";

    /// <summary>Name of the connection string, given as <c>ConnectionStrings__vectors</c>.</summary>
    public const string ConnectionName = "vectors";

    /// <summary>
    /// <c>Endpoint=file:///var/lib/intercomrag/knowledge.db;Key=</c>, from <c>ConnectionStrings__vectors</c>. The key is not used.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How long a statement waits for another process that writes. Default 5 s; a write takes milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
