namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>How a lease ended.</summary>
internal enum LeaseOutcome
{
    /// <summary>The processing itself broke, or the process ended; the lease runs out by itself.</summary>
    Abandoned,

    /// <summary>Handled, and removed from the inbox.</summary>
    Completed,

    /// <summary>Failed; due again after a back-off.</summary>
    Retried,

    /// <summary>Failed for the last time.</summary>
    DeadLettered,

    /// <summary>Wanted again later by the handler; due again after its delay.</summary>
    Deferred,

    /// <summary>Not finished when the process stopped; due again.</summary>
    GivenBack,

    /// <summary>Expired or taken over; somebody else has the items.</summary>
    Lost,
}
