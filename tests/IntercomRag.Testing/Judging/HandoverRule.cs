namespace IntercomRag.Testing.Judging;

/// <summary>
/// From one give-back to the next there is at most one handover, with one note, one assignment and one message. A human who comes in
/// or gives back after it began ends it.
/// </summary>
internal static class HandoverRule
{
    public static IEnumerable<Violation> Find(JudgedConversation conversation)
    {
        var holds = Hold.Along(conversation);
        var epoch = new List<JudgedPart>();
        var noted = false;
        for (var index = 0; index < conversation.Parts.Count; index++)
        {
            var part = conversation.Parts[index];

            // Given to the assistant while the assistant has it, a conversation changes nothing: the handover that is under way goes on.
            if (part.AssignedTo == Receiver.Assistant && !holds[index].IsFree)
            {
                foreach (var violation in Judge(conversation.Id, epoch, noted, endedByHuman: true))
                {
                    yield return violation;
                }

                // The note of a handover that was left at that may serve the next one, or be written anew.
                noted = epoch.Exists(IsNote) && !epoch.Exists(IsAssignment);
                epoch.Clear();
            }

            epoch.Add(part);
        }

        foreach (var violation in Judge(conversation.Id, epoch, noted, endedByHuman: false))
        {
            yield return violation;
        }
    }

    private static IEnumerable<Violation> Judge(string conversationId, List<JudgedPart> epoch, bool noted, bool endedByHuman)
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

        var taken = endedByHuman || steps.Exists(part => part.Author == PartAuthor.Human && (part.HasWords || part.IsClose || part.AssignedTo != Receiver.None));
        var missing =
            notes.Count == 0 && !noted ? "an assignment without a note"
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
