namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Does the work that a lease stands for.</summary>
public interface ILeaseHandler
{
    /// <summary>
    /// Returns when the leased items are dealt with; they are then removed. Throws when they are not; they are then retried.
    /// </summary>
    /// <param name="cancellationToken">Cancelled at shutdown, and when the lease is lost: nothing may be sent after that.</param>
    Task HandleAsync(InboxLease lease, CancellationToken cancellationToken);
}
