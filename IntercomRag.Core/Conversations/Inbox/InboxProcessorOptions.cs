using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Section <c>InboxProcessor</c>.</summary>
public sealed class InboxProcessorOptions
{
    public const string Section = "InboxProcessor";

    /// <summary>
    /// Leases handled side by side in one process. Default 8: a turn mostly waits for Intercom, and eight of them stay well inside
    /// its rate limit.
    /// </summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 8;

    /// <summary>
    /// Pause between two looks at an inbox with nothing due. Default 100 ms: not felt beside a burst window, and ten round trips a
    /// second cost the server nothing.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Longest pause between two looks at an inbox that cannot be reached; the pauses start at <see cref="PollInterval"/> and double.
    /// Default 5 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan OutagePauseCap { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long running leases may finish at shutdown before they are cancelled and given back. Default 15 s: longer than a turn
    /// takes, and inside the host's shutdown time with room to give back.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Time between two measurements of the backlog. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "01:00:00")]
    public TimeSpan BacklogInterval { get; set; } = TimeSpan.FromSeconds(10);
}
