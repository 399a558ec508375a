namespace IntercomRag.Testing.Judging;

/// <summary>
/// From one give-back to the next there is at most one handover, with one note, one assignment and one message. A human who comes in
/// after it began ends it.
/// </summary>
internal static class HandoverRule
{
    public static IEnumerable<Violation> Find(JudgedConversation conversation)
    {
        var part = 0;
        while (part < conversation.Parts.Count)
        {
            var epoch = conversation.Parts.Skip(part).TakeWhile((one, index) => index == 0 || one.AssignedTo != Receiver.Assistant).ToList();
            foreach (var violation in Judge(conversation.Id, epoch))
            {
                yield return violation;
            }

            part += epoch.Count;
        }
    }

    private static IEnumerable<Violation> Judge(string conversationId, List<JudgedPart> epoch)
    {
        var begun = epoch.FindIndex(part => IsNote(part) || IsAssignment(part));
        if (begun < 0)
        {
            yield break;
        }

        var steps = epoch.Skip(begun).ToList();
        var notes = steps.Where(IsNote).ToList();
        var assignments = steps.Where(IsAssignment).ToList();
        foreach (var note in notes.Skip(1))
        {
            yield return new Violation(Promise.NothingDoubled, conversationId, note.Id, note.At, "a second note for one handover");
        }

        foreach (var assignment in assignments.Skip(1))
        {
            yield return new Violation(Promise.NothingDoubled, conversationId, assignment.Id, assignment.At, "a second assignment for one handover");
        }

        var taken = steps.Exists(part => part.Author == PartAuthor.Human && (part.HasWords || part.IsClose || part.AssignedTo != Receiver.None));
        var missing =
            notes.Count == 0 ? "an assignment without a note"
            : taken ? null
            : assignments.Count == 0 ? "a note without an assignment"
            : !steps.Exists(part => part.IsWordOf(PartAuthor.Assistant)) ? "a handover without a message"
            : null;
        if (missing is not null)
        {
            yield return new Violation(Promise.HandoverCompleted, conversationId, steps[0].Id, steps[0].At, missing);
        }
    }

    private static bool IsNote(JudgedPart part) => part is { Author: PartAuthor.Assistant, IsNote: true };

    private static bool IsAssignment(JudgedPart part) => part is { Author: PartAuthor.Assistant, AssignedTo: Receiver.Team };
}
