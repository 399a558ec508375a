namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>What the customer thought of the conversation: 1 (bad) to 5 (great).</summary>
public sealed record ConversationRating(int Score, string? Remark, string ContactId, string? AdminId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
