using IntercomRag.Core.Conversations;

namespace IntercomRag.Core.Handoff;

/// <summary>
/// Carries a handover out: note, assignment, message, in this order, so that whoever opens the conversation finds the note and the
/// customer is told only what has happened. Done again after a failure, it does only what the conversation does not show yet.
/// </summary>
public sealed class Handover(IIntercomWorkspace workspace, AssistantIdentity assistant)
{
    public async Task CarryOutAsync(Turn turn, HandoverPlan plan, CancellationToken cancellationToken)
    {
        var id = turn.Conversation.Id;
        var progress = HandoverProgress.Of(turn.Conversation, turn.Trigger.Id, assistant);
        if (!progress.Noted)
        {
            await workspace.AddNoteAsync(id, plan.NoteHtml, cancellationToken);
        }

        if (!progress.Assigned && plan.TeamId is not null)
        {
            await workspace.AssignToTeamAsync(id, plan.TeamId, cancellationToken);
        }

        if (await workspace.FindConversationAsync(id, cancellationToken) is { } now
            && HandoverProgress.Of(now, turn.Trigger.Id, assistant) is { Told: false, HumanTookOver: false })
        {
            await workspace.ReplyAsync(id, plan.MessageHtml, cancellationToken);
        }
    }
}
