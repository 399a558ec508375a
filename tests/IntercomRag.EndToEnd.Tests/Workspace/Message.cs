namespace IntercomRag.EndToEnd.Tests.Workspace;

/// <summary>What a customer sends.</summary>
internal sealed record Message(string? Text = null, string? ConversationId = null, string? QuickReplyUuid = null, IReadOnlyList<Attachment>? Attachments = null);
