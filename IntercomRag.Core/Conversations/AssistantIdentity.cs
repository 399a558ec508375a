namespace IntercomRag.Core.Conversations;

/// <summary>The teammate that the assistant speaks as.</summary>
/// <param name="AdminId">Intercom's admin id.</param>
public sealed record AssistantIdentity(string AdminId);
