namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>What we read of a notification: identities and the trigger, never the words.</summary>
/// <param name="Workspace">Intercom's <c>app_id</c>.</param>
/// <param name="NotificationId">The same on a repeated delivery. Null on a ping and on some test requests.</param>
/// <param name="SubjectId">
/// Id of the conversation or article; null when the route needs none, or when a tagged part does not name its conversation.
/// </param>
/// <param name="Parts">
/// The conversation parts that triggered the event, oldest first: mostly one, several when Intercom batches, none for a fresh
/// conversation. Never the history.
/// </param>
/// <param name="Message">What the newest of a customer's messages looks like; null for other events, and when its body is not a text.</param>
public sealed record WebhookEvent(
    string Workspace,
    string? NotificationId,
    string Topic,
    DateTimeOffset CreatedAt,
    string? SubjectId,
    IReadOnlyList<WebhookPart> Parts,
    MessageShape? Message = null)
{
    public WebhookRoute Route => WebhookRoutes.For(Topic);
}
