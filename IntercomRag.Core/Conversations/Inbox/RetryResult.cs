namespace IntercomRag.Core.Conversations.Inbox;

public enum RetryResult
{
    /// <summary>Due again after a back-off.</summary>
    Scheduled,

    /// <summary>
    /// Items used up their attempts and are dead letters now. Later items of the subject that have attempts left stay in the inbox.
    /// </summary>
    DeadLettered,

    /// <summary>The lease was lost meanwhile; somebody else has the items.</summary>
    LeaseLost,
}
