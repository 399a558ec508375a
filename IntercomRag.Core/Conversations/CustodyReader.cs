using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Conversations;

/// <summary>
/// Reads from a conversation's parts who has it. The last act counts: a human's reply or assignment takes it, and what
/// <see cref="GiveBackPolicy"/> names gives it back. Nothing else does, so that a human is never talked over. Pure.
/// </summary>
public sealed class CustodyReader(AssistantPolicy policy, AssistantIdentity assistant)
{
    public Custody Read(Conversation conversation)
    {
        var messages = conversation.Messages;
        SilenceReason? holder = null;
        var (since, given, lastAct) = (0, 0, -1);
        var (closed, reopened) = (false, false);
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            if (Takes(message) is { } reason)
            {
                (holder, lastAct, reopened) = (reason, i, false);
            }
            else if (IsAssignedBack(message))
            {
                // Given to the assistant while it has the conversation, nothing changes: what is under way goes on.
                (since, given, holder, reopened) = (holder is null ? since : i + 1, i + 1, null, false);
            }
            else if (closed && policy.GiveBack.Reopening && message.Author.Kind == AuthorKind.Customer && message.IsPublic)
            {
                (since, given, holder, reopened) = (holder is null ? since : i, i, null, true);
            }

            closed = message.Closes || (closed && message.Author.Kind != AuthorKind.Customer);
        }

        if (TaggedBackAt(conversation) is { } at && (lastAct < 0 || at >= messages[lastAct].CreatedAt))
        {
            var tagged = messages.TakeWhile(message => message.CreatedAt < at).Count();
            return new Custody(null, Math.Max(since, tagged), Math.Max(given, tagged));
        }

        // The parts may not show it: Intercom returns only the newest 500, and rules assign without one.
        var assigned = conversation.AdminAssigneeId is { } admin && admin != assistant.AdminId && !reopened;
        return new Custody(holder ?? (assigned ? SilenceReason.HumanAssigned : null), since, given);
    }

    /// <summary>Why this part gives the conversation to a human; null when it does not.</summary>
    public SilenceReason? Takes(Message message)
    {
        if (message.IsPublic && message.Author.Kind == AuthorKind.Agent && !IsAssignedBack(message))
        {
            return SilenceReason.HumanReplied;
        }

        return (message.AssignedTo?.Kind, message.Author.Kind) switch
        {
            _ when IsAssignedBack(message) => null,
            (AssigneeKind.Admin or AssigneeKind.Team, AuthorKind.Assistant) => SilenceReason.HandedOver,
            (AssigneeKind.Admin, _) => SilenceReason.HumanAssigned,
            (AssigneeKind.Team, AuthorKind.Agent) => SilenceReason.HumanAssigned,
            // A workflow that sorts new conversations into teams has not given them to a human yet.
            _ => null,
        };
    }

    private bool IsAssignedBack(Message message) =>
        policy.GiveBack.Assignment && message.AssignedTo is { Kind: AssigneeKind.Admin } assignee && assignee.Id == assistant.AdminId;

    private DateTimeOffset? TaggedBackAt(Conversation conversation) =>
        policy.GiveBack.Tag is { } tag ? conversation.FindTag(tag)?.AppliedAt : null;
}
