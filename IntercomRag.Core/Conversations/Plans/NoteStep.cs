namespace IntercomRag.Core.Conversations.Plans;

/// <summary>Writes a note that only teammates see.</summary>
public sealed record NoteStep(string Html) : PlanStep
{
    // An older note can stand after the same message, for instance a draft from before the mode was changed.
    public override bool Shows(Conversation now, IReadOnlyList<Message> ours) =>
        ours.Any(message => message.Kind == MessageKind.Note && SentText.IsSame(Html, message.Text));

    public override Task SendAsync(IIntercomWorkspace workspace, string conversationId, CancellationToken cancellationToken) =>
        workspace.AddNoteAsync(conversationId, Html, cancellationToken);
}
