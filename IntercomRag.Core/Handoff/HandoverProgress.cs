using IntercomRag.Core.Conversations;

namespace IntercomRag.Core.Handoff;

/// <summary>Which steps of a handover the conversation already shows, so that a repeated turn does only the rest.</summary>
/// <param name="HumanTookOver">A human spoke or took the conversation meanwhile: nothing more is to be said.</param>
public sealed record HandoverProgress(bool Noted, bool Assigned, bool Told, bool HumanTookOver)
{
    /// <param name="triggerId">The customer's message that the handover answers; steps stand after it.</param>
    /// <param name="assistant">An assignment to the assistant is a give-back: what humans did before it does not count.</param>
    public static HandoverProgress Of(Conversation conversation, string triggerId, AssistantIdentity assistant)
    {
        var after = conversation.Messages.SkipWhile(message => message.Id != triggerId).Skip(1).ToList();
        after.RemoveRange(0, after.FindLastIndex(assistant.IsGivenBack) + 1);
        var ours = after.Where(message => message.Author.Kind == AuthorKind.Assistant).ToList();
        return new HandoverProgress(
            Noted: ours.Exists(message => message.Kind == MessageKind.Note),
            Assigned: ours.Exists(message => message.AssignedTo is { Kind: AssigneeKind.Team }),
            Told: ours.Exists(message => message.IsPublic),
            HumanTookOver: after.Exists(message =>
                message.Author.Kind == AuthorKind.Agent && (message.IsPublic || message.AssignedTo is { Kind: not AssigneeKind.Nobody })));
    }
}
