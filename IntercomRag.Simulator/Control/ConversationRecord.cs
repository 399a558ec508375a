namespace IntercomRag.Simulator.Control;

/// <summary>What happened in public in one conversation, in the order of the workspace, for experiments.</summary>
public sealed record ConversationRecord(
    string Id,
    string ContactId,
    string? AdminAssigneeId,
    string? TeamAssigneeId,
    string State,
    IReadOnlyList<string> Tags,
    IReadOnlyList<PartRecord> Parts);
