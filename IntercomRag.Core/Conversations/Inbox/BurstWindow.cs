namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>How long a subject stays open for more items.</summary>
/// <param name="Quiet">A subject is due when nothing has arrived for this long.</param>
/// <param name="Cap">A subject is due this long after its first waiting item, however many more arrive.</param>
public readonly record struct BurstWindow(TimeSpan Quiet, TimeSpan Cap)
{
    /// <summary>Due at once, and never later than it already was.</summary>
    public static BurstWindow None => new(TimeSpan.Zero, TimeSpan.Zero);
}
