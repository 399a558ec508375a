using IntercomRag.Core.Conversations.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.CatchUp;

/// <summary>
/// Puts the turns into the inbox again that began to write and were given up, such as a handover with its note but without its team. Their checkpoint
/// says what is left to do.
/// </summary>
public sealed class UnfinishedSweep(
    [FromKeyedServices(InboxNames.Conversations)] IInbox inbox, IOptions<CatchUpOptions> options, TimeProvider time)
{
    internal async Task<CatchUpStop?> RunAsync(CatchUpTally tally, CancellationToken cancellationToken)
    {
        foreach (var subject in await inbox.ListUnfinishedAsync(options.Value.Grace, options.Value.LargestRound, cancellationToken))
        {
            switch (await inbox.EnqueueAsync(CatchUpItems.Unfinished(subject, time.GetUtcNow()), BurstWindow.None, cancellationToken))
            {
                case EnqueueResult.Stored:
                    tally.AddUnfinished();
                    break;
                case EnqueueResult.Full:
                    return CatchUpStop.InboxFull;
            }
        }

        return null;
    }
}
