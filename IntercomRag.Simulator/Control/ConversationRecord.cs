namespace IntercomRag.Simulator.Control;

/// <summary>What happened in one conversation, in the order in which it took effect; the opening message is the first part.</summary>
/// <param name="Reads">How often an app has read it through REST.</param>
public sealed record ConversationRecord(
    string Id,
    string ContactId,
    string? AdminAssigneeId,
    string? TeamAssigneeId,
    string State,
    int Reads,
    IReadOnlyList<TagRecord> Tags,
    IReadOnlyList<PartRecord> Parts);
