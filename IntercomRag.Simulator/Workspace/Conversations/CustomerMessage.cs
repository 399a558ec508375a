namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>What a customer sends.</summary>
/// <param name="Body">May be null only when <paramref name="QuickReplyUuid"/> says it all.</param>
/// <param name="CreatedAt">A time in the past for imported messages; null for now.</param>
public sealed record CustomerMessage(MessageBody? Body, IReadOnlyList<Attachment> Attachments, string? QuickReplyUuid = null, DateTimeOffset? CreatedAt = null);
