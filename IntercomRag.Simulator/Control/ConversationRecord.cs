namespace IntercomRag.Simulator.Control;

/// <summary>What happened in one conversation, in the order in which it took effect; the opening message is the first part.</summary>
/// <param name="Fetches">How often an app has fetched it through REST.</param>
public sealed record ConversationRecord(
    string Id,
    string ContactId,
    string? AdminAssigneeId,
    string? TeamAssigneeId,
    string State,
    int Fetches,
    IReadOnlyList<TagRecord> Tags,
    IReadOnlyList<PartRecord> Parts);
