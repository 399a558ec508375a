using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Intercom.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.CatchUp;

/// <summary>Puts the conversations of a window into the inbox in which the customer has the last word.</summary>
public sealed class WaitingSearch(
    IntercomClient client,
    [FromKeyedServices(InboxNames.Conversations)] IInbox inbox,
    [FromKeyedServices(InboxNames.Conversations)] IDeadLetters deadLetters,
    IOptions<CatchUpOptions> options,
    IOptions<InboxOptions> inboxOptions,
    TimeProvider time)
{
    private static readonly TimeSpan s_signOfLife = TimeSpan.FromSeconds(5);

    private readonly IntercomClient _client = client.WithPriority(CallPriority.Sync);

    /// <param name="keep">Gives a sign of life; false: another worker has the round.</param>
    /// <returns>Null when the window was read to its end.</returns>
    internal async Task<CatchUpStop?> RunAsync(
        CatchUpWindow window, CatchUpTally tally, Func<Task<bool>> keep, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<SubjectKey, DateTimeOffset>? givenUp = null;
        var kept = time.GetTimestamp();
        await foreach (var conversation in _client.Conversations.SearchAsync(Changed(window), cancellationToken))
        {
            if (time.GetElapsedTime(kept) > s_signOfLife)
            {
                kept = time.GetTimestamp();
                if (!await keep())
                {
                    return CatchUpStop.TakenOver;
                }
            }

            if (WaitingCustomer.In(conversation) is not { } customer)
            {
                continue;
            }

            givenUp ??= await ReadGivenUpAsync(cancellationToken);
            if (await PutAsync(new SubjectKey(window.Workspace, conversation.Id), customer, givenUp, tally, cancellationToken) is { } stop)
            {
                return stop;
            }
        }

        return null;
    }

    private async Task<CatchUpStop?> PutAsync(
        SubjectKey subject,
        WaitingCustomer customer,
        IReadOnlyDictionary<SubjectKey, DateTimeOffset> givenUp,
        CatchUpTally tally,
        CancellationToken cancellationToken)
    {
        var item = CatchUpItems.Waiting(subject, customer, givenUp.TryGetValue(subject, out var at) ? at : null, time.GetUtcNow());
        switch (await inbox.EnqueueAsync(item, BurstWindow.None, cancellationToken))
        {
            case EnqueueResult.Full:
                return CatchUpStop.InboxFull;
            case EnqueueResult.Duplicate:
                tally.AddKnown();
                return null;
            default:
                tally.AddEnqueued();
                return tally.Put >= options.Value.LargestRound ? CatchUpStop.LargestRound : null;
        }
    }

    // Whatever changed, not only where the customer wrote: a conversation that is given back to the assistant changes too.
    private static SearchFilter Changed(CatchUpWindow window) => SearchFilter.All(
        SearchFilter.Where("open", "=", true),
        SearchFilter.UpdatedSince(window.From),
        SearchFilter.Where("updated_at", "<", window.End.ToUnixTimeSeconds()));

    private async Task<IReadOnlyDictionary<SubjectKey, DateTimeOffset>> ReadGivenUpAsync(CancellationToken cancellationToken)
    {
        var letters = await deadLetters.ReadAsync(inboxOptions.Value.DeadLetterCapacity, cancellationToken);
        return letters.GroupBy(letter => letter.Subject).ToDictionary(group => group.Key, group => group.Max(letter => letter.At));
    }
}
