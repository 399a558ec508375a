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

    /// <summary>
    /// Subjects that may wait or be leased at a time; a webhook about one more is answered with 503. Default 10,000: with the default turns that is
    /// far more than a day of a busy workspace, and some 20 MB in Redis. Spread evenly over <see cref="Shards"/>.
    /// </summary>
    [Range(1, 10_000_000)]
    public int Capacity { get; set; } = 10_000;

    /// <summary>
    /// Leases of the same items, failed or expired, before they become dead letters. Default 6. Transient failures do not count.
    /// </summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 6;

    /// <summary>
    /// How long after they were stored items are given up when a transient failure meets them (Intercom or the storage away). Default 1 h: an outage
    /// of minutes must not cost an answer, and after an hour a customer is better served by a person.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Back-off after the first failure; doubles with each further one in a row up to <see cref="RetryCap"/>. Default 2 s. Each is shortened at
    /// random by up to half, so that what an outage made fail together does not come back together.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest back-off. Default 60 s: a customer waits at most that long after an outage has ended.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryCap { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long an event id is remembered. Default one day: Intercom repeats a notification after a minute, and delays throttled
    /// ones by at most two hours. Less than that is for runs with compressed time.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan DeduplicationTime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Dead letters kept; of more, the oldest fall out, with an error in the log. Default 1,000: nobody looks through more one by one, and they take a
    /// few MB. Spread evenly over <see cref="Shards"/>.
    /// </summary>
    [Range(1, 1_000_000)]
    public int DeadLetterCapacity { get; set; } = 1_000;

    /// <summary>How long a dead letter is kept. Default 30 days: an answer to an older message helps nobody.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan DeadLetterTime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Groups that subjects are spread over. All keys of a group share a hash tag, so one suffices for a single server, and a
    /// Redis Cluster spreads the groups over its nodes. Change it only while the inbox is empty.
    /// </summary>
    [Range(1, 256)]
    public int Shards { get; set; } = 1;
}
