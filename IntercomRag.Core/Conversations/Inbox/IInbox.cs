namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>
/// Durable work that waits for a processor, grouped by subject: everything that waits for one conversation (or one article) is
/// leased together, and one subject is never leased twice at the same time. Processing is at least once: after a crash of the store, items
/// may come again, but none that was acknowledged is missing. Every member throws <see cref="Storage.StorageUnavailableException"/> when the
/// store does not answer in time.
/// </summary>
public interface IInbox
{
    /// <summary>
    /// Stores <paramref name="item"/> unless one of its <see cref="InboxItem.DeduplicationIds"/> was stored before. When this
    /// returns, the item is durable; when it throws, the caller must not acknowledge the webhook.
    /// </summary>
    /// <param name="item">What happened, and to which subject.</param>
    /// <param name="window">How long the subject stays open for further items before it can be leased.</param>
    Task<EnqueueResult> EnqueueAsync(InboxItem item, BurstWindow window, CancellationToken cancellationToken);

    /// <summary>Leases the subject that has been due for longest, or returns null when none is due.</summary>
    Task<InboxLease?> LeaseAsync(CancellationToken cancellationToken);

    /// <summary>Prolongs a lease while its turn is still running. False: the lease was lost and the turn must not act any more.</summary>
    Task<bool> RenewAsync(InboxLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Removes the leased items. Items that arrived during the lease stay and become due by their own window.
    /// False: the lease was lost meanwhile and nothing was removed.
    /// </summary>
    Task<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Gives the leased items back after a failure: due again after a back-off that grows with the attempts, or moved to the dead
    /// letters once <see cref="InboxOptions.MaxAttempts"/> is reached. Items that arrive during a back-off wait for its end.
    /// </summary>
    /// <param name="reason">A short cause for operators. Never a customer's text.</param>
    Task<RetryResult> RetryAsync(InboxLease lease, string reason, CancellationToken cancellationToken);

    /// <summary>Counts what waits, is leased and is dead.</summary>
    Task<InboxDepth> MeasureAsync(CancellationToken cancellationToken);

    /// <summary>The newest dead letters first.</summary>
    Task<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(int limit, CancellationToken cancellationToken);
}
