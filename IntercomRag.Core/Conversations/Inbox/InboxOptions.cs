using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Section <c>Inbox</c>.</summary>
public sealed class InboxOptions
{
    public const string Section = "Inbox";

    /// <summary>
    /// How long a lease lasts without renewal. Default 30 s: longer than a turn takes, short enough that a crashed replica's
    /// customers wait less than a minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Leases of the same items, failed or expired, before they become dead letters. Default 6.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 6;

    /// <summary>Back-off after the first failure; doubles with each further one up to <see cref="RetryCap"/>. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest back-off. Default 60 s: with the other defaults, items are given up after about a minute and a half.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryCap { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long an event id is remembered. Default one day: Intercom repeats a notification after a minute, and delays throttled
    /// ones by at most two hours.
    /// </summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan DeduplicationTime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Groups that subjects are spread over. All keys of a group share a hash tag, so one suffices for a single server, and a
    /// Redis Cluster spreads the groups over its nodes. Change it only while the inbox is empty.
    /// </summary>
    [Range(1, 256)]
    public int Shards { get; set; } = 1;
}
