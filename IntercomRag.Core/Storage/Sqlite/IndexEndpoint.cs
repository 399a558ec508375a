using System.Data.Common;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Reads the connection string of the knowledge index.</summary>
public static class IndexEndpoint
{
    private const string Expected = "ConnectionStrings__vectors must read Endpoint=file:///absolute/path/knowledge.db;Key=";

    /// <returns>The absolute path of the index file.</returns>
    /// <exception cref="FormatException">The connection string names no file; the message says what is expected.</exception>
    public static string PathIn(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new FormatException($"{Expected}; it is not set.");
        }

        var parts = new DbConnectionStringBuilder();
        try
        {
            parts.ConnectionString = connectionString;
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"{Expected}; what is set is no list of name=value pairs.", e);
        }

        if (!parts.TryGetValue("Endpoint", out var value) || !Uri.TryCreate(value as string, UriKind.Absolute, out var endpoint))
        {
            throw new FormatException($"{Expected}; what is set has no Endpoint with an absolute address.");
        }

        // On Unix a bare path parses as a file address too; it is asked for in full so that it cannot be taken for a host.
        if (!endpoint.IsFile || endpoint.IsUnc || !endpoint.OriginalString.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException($"{Expected}; its Endpoint is {endpoint.Scheme}://{endpoint.Host}, and only the SQLite index (file:) is available.");
        }

        return endpoint.LocalPath.EndsWith('/') ? throw new FormatException($"{Expected}; its Endpoint names a folder.") : endpoint.LocalPath;
    }
}
