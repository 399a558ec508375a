namespace IntercomRag.Testing.Judging;

/// <summary>Who keeps the assistant from speaking, and since when.</summary>
public readonly record struct Hold(HoldKind Kind, DateTimeOffset Since)
{
    public bool IsFree => Kind == HoldKind.Nobody;

    public bool IsHuman => Kind is HoldKind.Human or HoldKind.Closed;

    /// <summary>The hold before each part, and after the last: one more than there are parts.</summary>
    public static IReadOnlyList<Hold> Along(JudgedConversation conversation)
    {
        var holds = new List<Hold> { default };
        foreach (var part in conversation.Parts)
        {
            holds.Add(holds[^1].After(part));
        }

        return holds;
    }

    // The rules of docs/decisions.md, "who has the conversation": a human's word or assignment takes it, an assignment to the assistant
    // gives it back, the assistant's own assignment hands it over; a close holds until the customer writes again.
    private Hold After(JudgedPart part) => part switch
    {
        { AssignedTo: Receiver.Assistant } => default,
        { Author: PartAuthor.Human, HasWords: true } => Taken(HoldKind.Human, part),
        { Author: PartAuthor.Human, AssignedTo: Receiver.Team } => Taken(HoldKind.Human, part),
        { AssignedTo: Receiver.Teammate } => Taken(HoldKind.Human, part),
        { Author: PartAuthor.Assistant, AssignedTo: Receiver.Team } when !IsHuman => Taken(HoldKind.HandedOver, part),
        { Author: PartAuthor.Human, IsClose: true } when IsFree => Taken(HoldKind.Closed, part),
        { Author: PartAuthor.Customer } when Kind == HoldKind.Closed => default,
        _ => this,
    };

    private Hold Taken(HoldKind kind, JudgedPart part) => Kind == kind ? this : new Hold(kind, part.At);
}
