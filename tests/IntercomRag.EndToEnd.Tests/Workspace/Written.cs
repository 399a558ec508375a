namespace IntercomRag.EndToEnd.Tests.Workspace;

/// <summary>Where a customer's message went.</summary>
internal sealed record Written(string ConversationId, string PartId);
