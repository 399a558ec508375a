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
    /// Stores <paramref name="item"/> unless one of its <see cref="InboxItem.DeduplicationIds"/> was stored before, or the inbox is full. When
    /// this returns <see cref="EnqueueResult.Stored"/>, the item is durable; when it throws or the inbox is full, the caller must not acknowledge
    /// the webhook.
    /// </summary>
    /// <param name="item">What happened, and to which subject.</param>
    /// <param name="window">How long the subject stays open for further items before it can be leased.</param>
    Task<EnqueueResult> EnqueueAsync(InboxItem item, BurstWindow window, CancellationToken cancellationToken);

    /// <summary>Leases the subject that has been due for longest, or returns null when none is due.</summary>
    Task<InboxLease?> LeaseAsync(CancellationToken cancellationToken);

    /// <summary>Prolongs a lease while its turn is still running. False: the lease was lost and the turn must not act any more.</summary>
    Task<bool> RenewAsync(InboxLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Stores how far the work on a subject has come, replacing what was stored before. It is durable when this returns, survives whatever becomes of
    /// the lease and its items, is handed to every later lease of the subject, and is removed by <see cref="CompleteAsync"/>.
    /// False: the lease was lost and nothing was stored.
    /// </summary>
    Task<bool> SaveCheckpointAsync(InboxLease lease, string checkpoint, CancellationToken cancellationToken);

    /// <summary>
    /// Removes the leased items and the subject's checkpoint. Items that arrived during the lease stay and become due by their own window.
    /// False: the lease was lost meanwhile and nothing was removed.
    /// </summary>
    Task<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Gives the leased items back as though they had not been leased: due again after <paramref name="delay"/>, and later when more arrived
    /// meanwhile whose window is still open. False: the lease was lost.
    /// </summary>
    Task<bool> DeferAsync(InboxLease lease, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>
    /// Gives the leased items back after a failure: due again after a back-off that grows with the failures in a row. Those that used up
    /// <see cref="InboxOptions.MaxAttempts"/>, or after a transient failure are older than <see cref="InboxOptions.GiveUpAfter"/>, become a dead
    /// letter instead. Items that arrive during a back-off wait for its end.
    /// </summary>
    Task<RetryResult> RetryAsync(InboxLease lease, LeaseFailure failure, CancellationToken cancellationToken);

    /// <summary>
    /// Subjects with a checkpoint, but without an item that waits and without a lease: what was begun and nothing here will finish. The longest
    /// untouched first.
    /// </summary>
    /// <param name="olderThan">Only those whose checkpoint was last stored at least this long ago.</param>
    Task<IReadOnlyList<SubjectKey>> ListUnfinishedAsync(TimeSpan olderThan, int limit, CancellationToken cancellationToken);

    /// <summary>Counts what waits, is leased and is dead.</summary>
    Task<InboxDepth> MeasureAsync(CancellationToken cancellationToken);
}
