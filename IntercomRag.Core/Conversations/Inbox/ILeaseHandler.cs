namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Does the work that a lease stands for.</summary>
public interface ILeaseHandler
{
    /// <summary>
    /// Returns when the leased items are dealt with, or are wanted again later. Throws when they failed: they are then tried again, for as long and
    /// as often as <see cref="InboxOptions"/> allows for a <see cref="TransientFailure"/> or any other.
    /// </summary>
    /// <param name="cancellationToken">Cancelled at shutdown, and when the lease is lost: nothing may be sent after that.</param>
    Task<LeaseResult> HandleAsync(InboxLease lease, CancellationToken cancellationToken);
}
