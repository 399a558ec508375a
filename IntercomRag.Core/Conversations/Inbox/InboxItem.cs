namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>
/// One webhook that asks for work. It carries no message text: the processor reads the conversation itself, so customers' words
/// are not kept in the inbox.
/// </summary>
/// <param name="Subject">What the work is about: <c>workspace:conversation</c> or <c>workspace:article</c> ids.</param>
/// <param name="DeduplicationIds">
/// Ids that identify the event, such as the notification id and <c>conversation/part</c>. Empty when the event has none.
/// </param>
/// <param name="Topic">Webhook topic, such as <c>conversation.user.replied</c>.</param>
/// <param name="CreatedAt">When the event happened, by Intercom's clock.</param>
/// <param name="ReceivedAt">When the webhook reached this process.</param>
/// <param name="TraceParent">W3C traceparent of the receiving request, so that the turn's trace can link to it.</param>
public sealed record InboxItem(
    SubjectKey Subject,
    IReadOnlyList<string> DeduplicationIds,
    string Topic,
    DateTimeOffset CreatedAt,
    DateTimeOffset ReceivedAt,
    string? TraceParent);
