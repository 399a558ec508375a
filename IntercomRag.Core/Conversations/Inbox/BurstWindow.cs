namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>How long a subject stays open for more items.</summary>
/// <param name="Quiet">A subject is due when nothing has arrived for this long.</param>
/// <param name="Cap">A subject is due this long after its first waiting item, however many more arrive.</param>
public readonly record struct BurstWindow(TimeSpan Quiet, TimeSpan Cap)
{
    /// <summary>Due at once, and never later than it already was.</summary>
    public static BurstWindow None => new(TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Quiet time when the item is not the first that waits, if that is longer than <see cref="Quiet"/>.</summary>
    public TimeSpan FurtherQuiet { get; init; }

    /// <summary>Added to <see cref="FurtherQuiet"/> for each waiting item before this one but the first.</summary>
    public TimeSpan Growth { get; init; }

    /// <param name="before">Items of the subject that wait already and that nobody has leased.</param>
    public TimeSpan QuietAfter(int before)
    {
        var further = FurtherQuiet + Growth * (before - 1);
        return before > 0 && Quiet > TimeSpan.Zero && further > Quiet ? further : Quiet;
    }
}
