using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>Section <c>Redis</c>; the address comes from <c>ConnectionStrings__cache</c>.</summary>
public sealed class RedisOptions
{
    public const string Section = "Redis";

    /// <summary>Name of the connection string.</summary>
    public const string ConnectionName = "cache";

    /// <summary>
    /// StackExchange.Redis's form, such as <c>localhost:6379</c> or <c>redis.example:6380,password=…,ssl=true</c>. Not in this section, so that
    /// an app host can inject it.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// How long one operation may take, connecting included. Default 1.5 s: Intercom waits 5 s for a webhook's answer, and a 503 in time is
    /// delivered once more.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:04")]
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Operations under way at a time, those included that ran out of time; more are refused at once. Default 1,024: a server that answers never has
    /// nearly as many, and one that hangs costs a process a few MB.
    /// </summary>
    [Range(16, 1_000_000)]
    public int MaxPending { get; set; } = 1_024;

    /// <summary>
    /// How long a conversation's memory is kept after its last turn. Default 30 days: a customer seldom comes back to an older conversation,
    /// and its memory would mislead. Less than hours is for runs with compressed time.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan ConversationMemoryTime { get; set; } = TimeSpan.FromDays(30);
}
