namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>A conversation part in a notification.</summary>
/// <param name="AuthorType"><c>user</c>, <c>lead</c>, <c>contact</c>, <c>admin</c>, <c>bot</c>, <c>team</c>; null when absent.</param>
public sealed record WebhookPart(string? Id, string? AuthorType, string? AuthorId);
