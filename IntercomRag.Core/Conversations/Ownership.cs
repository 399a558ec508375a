using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Conversations;

/// <summary>Step "own": whether the assistant may speak. Pure, so that it can be asked again just before each public message.</summary>
public sealed class Ownership(PolicySet policies, AssistantIdentity assistant)
{
    /// <summary>Null when the assistant may speak.</summary>
    /// <param name="teams">Teams of the workspace, to know the assigned one by name.</param>
    public SilenceReason? SilenceFor(Turn turn, IReadOnlyList<Team> teams)
    {
        var conversation = turn.Conversation;
        var switchOff = policies.Assistant.SwitchOff;
        if (conversation.Tags.Concat(turn.Customer.Tags).Intersect(switchOff.Tags, StringComparer.OrdinalIgnoreCase).Any())
        {
            return SilenceReason.SwitchedOffByTag;
        }

        if (Holder(conversation) is { } human)
        {
            return human;
        }

        if (teams.FirstOrDefault(team => team.Id == conversation.TeamAssigneeId) is { } team
            && switchOff.Teams.Contains(team.Name, StringComparer.OrdinalIgnoreCase))
        {
            return SilenceReason.SwitchedOffByTeam;
        }

        if (!policies.Assistant.Rollout.Includes(turn.Customer.Id))
        {
            return SilenceReason.OutsideRollout;
        }

        if (!conversation.IsOpen)
        {
            return SilenceReason.Closed;
        }

        return turn.Burst.Count == 0 || turn.Trigger.Id == turn.Memory.HandledUpTo ? SilenceReason.NothingNew : null;
    }

    /// <summary>
    /// Why a human has the conversation, or null. The last word counts: a human's reply or assignment takes it, an assignment to the
    /// assistant gives it back. Nothing else does, so that a human is never talked over.
    /// </summary>
    public SilenceReason? Holder(Conversation conversation)
    {
        SilenceReason? holder = null;
        foreach (var message in conversation.Messages)
        {
            holder = After(message, holder);
        }

        // The parts may not show it: Intercom returns only the newest 500, and rules assign without one.
        if (conversation.AdminAssigneeId is { } admin && admin != assistant.AdminId)
        {
            return holder ?? SilenceReason.HumanAssigned;
        }

        return holder;
    }

    private SilenceReason? After(Message message, SilenceReason? holder)
    {
        if (assistant.IsGivenBack(message))
        {
            return null;
        }

        if (message.IsPublic && message.Author.Kind == AuthorKind.Agent)
        {
            return SilenceReason.HumanReplied;
        }

        return (message.AssignedTo?.Kind, message.Author.Kind) switch
        {
            (AssigneeKind.Admin or AssigneeKind.Team, AuthorKind.Assistant) => SilenceReason.HandedOver,
            (AssigneeKind.Admin, _) => SilenceReason.HumanAssigned,
            (AssigneeKind.Team, AuthorKind.Agent) => SilenceReason.HumanAssigned,
            // A workflow that sorts new conversations into teams has not given them to a human yet.
            _ => holder,
        };
    }
}
