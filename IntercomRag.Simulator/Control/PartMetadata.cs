using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Control;

/// <param name="QuickReplyUuid">The button that the customer pressed.</param>
/// <param name="Attribute">The custom attribute that was set.</param>
public sealed record PartMetadata(string? QuickReplyUuid, AttributeChange? Attribute);
