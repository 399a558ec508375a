namespace IntercomRag.Core.Conversations.Inbox;

public enum RetryResult
{
    /// <summary>Due again after a back-off.</summary>
    Scheduled,

    /// <summary>The attempts are used up; the items are dead letters now.</summary>
    DeadLettered,

    /// <summary>The lease was lost meanwhile; somebody else has the items.</summary>
    LeaseLost,
}
