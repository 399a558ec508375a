using IntercomRag.Core.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IntercomRag.Benchmarks;

/// <summary>The product's index, in a file of its own.</summary>
internal static class BenchmarkIndex
{
    public static SqliteKnowledgeIndex Create(string path)
    {
        var options = Options.Create(new SqliteIndexOptions { ConnectionString = $"Endpoint=file://{path};Key=" });
        return new SqliteKnowledgeIndex(new SqliteIndexFile(options, TimeProvider.System, NullLogger<SqliteIndexFile>.Instance));
    }
}
