using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Control;

/// <param name="Text">Plain text; may be absent with <paramref name="QuickReplyUuid"/>, whose button then says it.</param>
/// <param name="ConversationId">Absent for a new conversation.</param>
public sealed record MessageRequest(
    string? Text,
    string? ConversationId,
    string? QuickReplyUuid,
    IReadOnlyList<Attachment>? Attachments);
