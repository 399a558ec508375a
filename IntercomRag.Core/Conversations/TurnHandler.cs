using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Conversations.Plans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Conversations;

/// <summary>A lease of the conversations inbox is one turn: whatever the webhooks said, the conversation itself is read again.</summary>
public sealed class TurnHandler(
    TurnPipeline pipeline, [FromKeyedServices(InboxNames.Conversations)] IInbox inbox, ILogger<TurnHandler> logger) : ILeaseHandler
{
    public async Task<LeaseResult> HandleAsync(InboxLease lease, CancellationToken cancellationToken)
    {
        var request = new TurnRequest(lease.Subject, lease.Attempt, new LeaseJournal(inbox, lease, logger));
        var outcome = await pipeline.RunAsync(request, cancellationToken);
        return outcome.Again is { } delay ? LeaseResult.Again(delay) : LeaseResult.Done;
    }
}
