using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Section <c>KnowledgeIndex</c>: the SQLite index.</summary>
public sealed class SqliteIndexOptions
{
    public const string Section = "KnowledgeIndex";

    /// <summary>Name of the connection string, given as <c>ConnectionStrings__vectors</c>.</summary>
    public const string ConnectionName = "vectors";

    public const double DefaultTitleWeight = 4;
    public const double DefaultHeadingsWeight = 2;
    public const double DefaultBodyWeight = 1;

    /// <summary>
    /// <c>Endpoint=file:///var/lib/intercomrag/knowledge.db;Key=</c>, from <c>ConnectionStrings__vectors</c>. The key is not used.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>What a word in the title counts for, against one in the text. Default 4.</summary>
    [Range(0, 100)]
    public double TitleWeight { get; set; } = DefaultTitleWeight;

    /// <summary>What a word in the headings or the description counts for. Default 2.</summary>
    [Range(0, 100)]
    public double HeadingsWeight { get; set; } = DefaultHeadingsWeight;

    /// <summary>What a word in the text counts for. Default 1.</summary>
    [Range(0, 100)]
    public double BodyWeight { get; set; } = DefaultBodyWeight;

    /// <summary>Terms of a query at most, the heaviest; a pasted page must not cost a second. Default 48.</summary>
    [Range(1, 1000)]
    public int MaxQueryTerms { get; set; } = 48;

    /// <summary>How long a statement waits for another process that writes. Default 5 s; a write takes milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
