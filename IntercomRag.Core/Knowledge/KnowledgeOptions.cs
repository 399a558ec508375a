using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Knowledge;

/// <summary>Section <c>Knowledge</c>: when the worker reads the Help Center.</summary>
public sealed class KnowledgeOptions
{
    public const string Section = "Knowledge";

    /// <summary>
    /// Time between two full syncs. Default 7 days: webhooks and <see cref="ReconcileInterval"/> bring edits; the full sync brings what
    /// neither shows, such as renamed collections and missed deletions. Less than minutes is for runs with compressed time.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "90.00:00:00")]
    public TimeSpan FullSyncInterval { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Time between two reads of the newest articles, for edits whose webhook was lost. Default 10 min: one request each.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ReconcileInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Time between two looks at the whole index file; a damaged one is put aside and filled anew. Default 1 min: until then, questions
    /// that meet the damage are handed to a person, and reading a few dozen MB costs a tenth of a second.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How far behind the newest edit already seen a read of the newest articles goes. Default 15 min: longer than Intercom's list has
    /// been seen to lag behind its edits.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan ReconcileOverlap { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Wait after the first failed sync; doubles with each further one up to <see cref="RetryCap"/>. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait after a failed sync. Default 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryCap { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a worker that is not the one that syncs looks whether it should be. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan StandbyInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the tree of collections is used again for single articles. Default 5 min: a burst of edits reads it once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan CollectionsMaxAge { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Articles between two progress lines in the log of a full sync. Default 100.</summary>
    [Range(1, 100_000)]
    public int ProgressEvery { get; set; } = 100;
}
