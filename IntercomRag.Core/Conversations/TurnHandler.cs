using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Conversations;

/// <summary>A lease of the conversations inbox is one turn: whatever the webhooks said, the conversation itself is read again.</summary>
public sealed class TurnHandler(TurnPipeline pipeline) : ILeaseHandler
{
    public async Task<LeaseResult> HandleAsync(InboxLease lease, CancellationToken cancellationToken)
    {
        await pipeline.RunAsync(lease.Subject, cancellationToken);
        return LeaseResult.Done;
    }
}
