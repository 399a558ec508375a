namespace IntercomRag.Core.Intercom.Records;

/// <summary>Of a conversation's statistics what shows who spoke last.</summary>
public sealed record IntercomStatistics
{
    /// <summary>The customer's last message.</summary>
    public DateTimeOffset? LastContactReplyAt { get; init; }

    /// <summary>The last reply of a teammate, this assistant's own included.</summary>
    public DateTimeOffset? LastAdminReplyAt { get; init; }
}
