namespace IntercomRag.Core.Conversations.Plans;

/// <summary>Writes a note that only teammates see.</summary>
/// <param name="IsHandover">The note of a handover, of which a burst gets one, whatever its words; else a draft.</param>
public sealed record NoteStep(string Html, bool IsHandover) : PlanStep
{
    /// <summary>In stored plans and in traces.</summary>
    internal const string Name = "note";

    // An older draft can stand after the same message, from before the mode was changed.
    public override bool Shows(Conversation now, IReadOnlyList<Message> ours) =>
        ours.Any(message => message.Kind == MessageKind.Note && (IsHandover || SentText.IsSame(Html, message.Text)));

    public override Task SendAsync(IIntercomWorkspace workspace, string conversationId, CancellationToken cancellationToken) =>
        workspace.AddNoteAsync(conversationId, Html, cancellationToken);
}
