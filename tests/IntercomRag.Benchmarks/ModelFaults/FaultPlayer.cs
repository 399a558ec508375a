using IntercomRag.Benchmarks.Attacks;
using IntercomRag.Benchmarks.Chaos;
using IntercomRag.Testing.Judging;

namespace IntercomRag.Benchmarks.ModelFaults;

/// <summary>Lets customers write in the simulated workspace, and watches what they get.</summary>
internal sealed class FaultPlayer(Workspace workspace)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(150);

    /// <summary>Longer than the bound: what comes too late is told from what never comes.</summary>
    private static readonly TimeSpan s_patience = 2 * FaultTimes.Bound;

    public async Task<IReadOnlyList<FaultReply>> PlayAsync(FaultCustomer customer, CancellationToken cancellationToken)
    {
        var contact = await workspace.CreateContactAsync(customer.Language, cancellationToken);
        var replies = new List<FaultReply>();
        string? conversation = null;
        foreach (var message in customer.Messages)
        {
            conversation = await workspace.WriteAsync(contact, conversation, message, cancellationToken);
            var reply = await WaitAsync(conversation, message, cancellationToken);
            replies.Add(reply);
            if (reply.End is TurnEnd.HandedOver or TurnEnd.Nothing)
            {
                // A human has the conversation: the assistant says nothing more in it.
                break;
            }
        }

        return replies;
    }

    private async Task<FaultReply> WaitAsync(string conversation, string message, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < s_patience)
        {
            var record = await workspace.RecordAsync(cancellationToken);
            if (Find(record.First(one => one.Id == conversation), message) is { } reply)
            {
                return reply;
            }

            await Task.Delay(s_pause, TimeProvider.System, cancellationToken);
        }

        return new FaultReply(message, TurnEnd.Nothing, s_patience, "");
    }

    private static FaultReply? Find(JudgedConversation conversation, string message)
    {
        var asked = conversation.Parts.ToList().FindLastIndex(part => part.IsWordOf(PartAuthor.Customer) && part.Text == message);
        var after = conversation.Parts.Skip(asked + 1).ToList();
        if (after.Find(part => part.IsWordOf(PartAuthor.Assistant)) is not { } reply)
        {
            return null;
        }

        var end = after.Exists(part => part.AssignedTo == Receiver.Team) ? TurnEnd.HandedOver : reply.Articles.Count > 0 ? TurnEnd.Answered : TurnEnd.Asked;
        return new FaultReply(message, end, reply.At - conversation.Parts[asked].At, string.Join('\n', after.Where(part => part.IsWordOf(PartAuthor.Assistant)).Select(part => part.Text)));
    }
}
