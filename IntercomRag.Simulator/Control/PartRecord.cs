using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Control;

/// <param name="PartType">"source" for the opening message.</param>
/// <param name="CreatedAtMs">When it took effect, Unix milliseconds.</param>
/// <param name="ReceivedAtMs">When the REST request that made it came in, before any fault held it back; null when no request made it.</param>
/// <param name="ReadAtMs">When the conversation had last been read before that request came in: what was there earlier, its sender can have known.</param>
/// <param name="Public">Whether the customer sees it.</param>
/// <param name="AssignedTo">Whom it assigns the conversation to; null when it is no assignment.</param>
/// <param name="Text">Plain text; null for buttons and for assignments without one.</param>
public sealed record PartRecord(
    string Id,
    string PartType,
    string AuthorType,
    string AuthorId,
    long CreatedAtMs,
    long? ReceivedAtMs,
    long? ReadAtMs,
    bool Public,
    Assignee? AssignedTo,
    string? Text);
