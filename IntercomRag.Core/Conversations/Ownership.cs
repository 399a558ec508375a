using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Conversations;

/// <summary>Step "own": whether the assistant may speak. Pure, so that it can be asked again just before each message.</summary>
public sealed class Ownership(AssistantPolicy policy, CustodyReader custody)
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    /// <summary>Null when the assistant may speak.</summary>
    /// <param name="teams">Teams of the workspace, to know the assigned one by name.</param>
    public SilenceReason? SilenceFor(Turn turn, IReadOnlyList<Team> teams)
    {
        if (SwitchedOff(turn) is { } off)
        {
            return off;
        }

        var conversation = turn.Conversation;
        var held = custody.Read(conversation);
        if (held.Holder is { } human)
        {
            return human;
        }

        if (turn.Memory.HandedOver && !conversation.Messages.Take(held.GivenAt).Any(message => message.Id == turn.Memory.HandledUpTo))
        {
            return SilenceReason.HandedOver;
        }

        if (teams.FirstOrDefault(team => team.Id == conversation.TeamAssigneeId) is { } team
            && policy.SwitchOff.Teams.Contains(team.Name, StringComparer.OrdinalIgnoreCase))
        {
            return SilenceReason.SwitchedOffByTeam;
        }

        if (!policy.Rollout.Includes(turn.Customer.Id))
        {
            return SilenceReason.OutsideRollout;
        }

        if (turn.Burst.Count == 0 || turn.Trigger.Id == turn.Memory.HandledUpTo)
        {
            return SilenceReason.NothingNew;
        }

        return RepliesBefore(turn) >= policy.Limits.RepliesPerHour ? SilenceReason.TooManyReplies : null;
    }

    /// <summary>
    /// The assistant gave the conversation to a team, and then neither told the customer nor remembers doing so: its plan was lost. Nobody else has
    /// acted since.
    /// </summary>
    public static bool IsHandoverUntold(Turn turn)
    {
        var messages = turn.Conversation.Messages;
        var assigned = messages.ToList().FindLastIndex(message =>
            message.Author.Kind == AuthorKind.Assistant && message.AssignedTo is { Kind: AssigneeKind.Team });
        return assigned >= 0
            && turn.Burst.Count > 0
            && !turn.Memory.HandedOver
            && !messages.Skip(assigned).Any(message => message.Author.Kind == AuthorKind.Agent || message is { IsPublic: true, Author.Kind: AuthorKind.Assistant });
    }

    /// <summary>What silences the assistant whoever has the conversation.</summary>
    public SilenceReason? SwitchedOff(Turn turn)
    {
        if (policy.SwitchOff.Tags.Any(tag =>
            turn.Conversation.HasTag(tag) || turn.Customer.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase)))
        {
            return SilenceReason.SwitchedOffByTag;
        }

        return turn.Conversation.IsOpen ? null : SilenceReason.Closed;
    }

    private static int RepliesBefore(Turn turn) => turn.Conversation.PublicMessages.Count(message =>
        message.Author.Kind == AuthorKind.Assistant && turn.Trigger.CreatedAt - message.CreatedAt < s_hour);
}
