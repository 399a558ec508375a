namespace IntercomRag.Core.Conversations;

/// <summary>One part of a conversation; the opening message is the first.</summary>
/// <param name="Text">Plain text; empty for events.</param>
/// <param name="AssignedTo">Set when the part changed the assignee, also when it carries a message.</param>
/// <param name="IsAiAnswer">Intercom marks the part as an answer by its own AI agent.</param>
/// <param name="Closes">The part closed the conversation, also when it carries a message.</param>
public sealed record Message(
    string Id,
    MessageKind Kind,
    Author Author,
    string Text,
    DateTimeOffset CreatedAt,
    Assignee? AssignedTo = null,
    bool HasAttachments = false,
    bool IsAiAnswer = false,
    bool Closes = false)
{
    public bool IsPublic => Kind == MessageKind.Message;
}
