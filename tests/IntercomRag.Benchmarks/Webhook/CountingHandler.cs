using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Benchmarks.Webhook;

/// <summary>Counts the leases and does nothing with them.</summary>
internal sealed class CountingHandler : ILeaseHandler
{
    private int _handled;

    public int Handled => Volatile.Read(ref _handled);

    public Task<LeaseResult> HandleAsync(InboxLease lease, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _handled);
        return Task.FromResult(LeaseResult.Done);
    }
}
