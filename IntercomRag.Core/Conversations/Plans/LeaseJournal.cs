using System.Text.Json;
using IntercomRag.Core.Conversations.Inbox;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Conversations.Plans;

/// <summary>Keeps the plan as the checkpoint of a lease: whoever leases the conversation next gets it, and who lost the lease cannot write it.</summary>
internal sealed partial class LeaseJournal(IInbox inbox, InboxLease lease, ILogger logger) : ITurnJournal
{
    private const string NoPlan = "";

    public TurnPlan? Unfinished { get; } = Read(lease, logger);

    public Task WriteAsync(TurnPlan plan, CancellationToken cancellationToken) => SaveAsync(TurnPlanJson.Write(plan), cancellationToken);

    public Task DropAsync(CancellationToken cancellationToken) => SaveAsync(NoPlan, cancellationToken);

    private async Task SaveAsync(string checkpoint, CancellationToken cancellationToken)
    {
        if (!await inbox.SaveCheckpointAsync(lease, checkpoint, cancellationToken))
        {
            throw new LeaseLostException(lease.Subject);
        }
    }

    // A plan of another version is left alone: the conversation shows what was done of it, and the turn decides anew.
    private static TurnPlan? Read(InboxLease lease, ILogger logger)
    {
        try
        {
            return lease.Checkpoint is { } json && json != NoPlan ? TurnPlanJson.Read(json) : null;
        }
        catch (JsonException exception)
        {
            LogUnreadable(logger, lease.Subject, exception);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stored plan of conversation {Conversation} cannot be read; deciding anew")]
    private static partial void LogUnreadable(ILogger logger, SubjectKey conversation, Exception exception);
}
