namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>How a handler is done with a lease that did not fail.</summary>
public readonly record struct LeaseResult
{
    private LeaseResult(TimeSpan delay) => Delay = delay;

    /// <summary>The items are dealt with and are removed, and the checkpoint with them.</summary>
    public static LeaseResult Done => default;

    /// <summary>Null: done. Else how long the items wait until they are due again.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>
    /// The items and the checkpoint are kept, and due again after <paramref name="delay"/>. Neither an attempt nor a failure: an answer that was
    /// superseded while it was composed, or a call whose outcome is not settled yet.
    /// </summary>
    public static LeaseResult Again(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new LeaseResult(delay);
    }
}
