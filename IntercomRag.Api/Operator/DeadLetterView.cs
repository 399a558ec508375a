using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Api.Operator;

/// <summary>
/// A dead letter as operators see it: <c>{"id":"conversations-0-1767603600000-failed","inbox":"conversations","subject":"demo:215",
/// "attempts":6,"reason":"IntercomApiException:not_found","traceId":"4bf9…","givenUpAt":"…","items":[{"topic":"conversation.user.replied",
/// "createdAt":"…","receivedAt":"…"}]}</c>. No customer's text.
/// </summary>
public sealed record DeadLetterView(
    string Id,
    string Inbox,
    string Subject,
    int Attempts,
    string Reason,
    string? TraceId,
    DateTimeOffset GivenUpAt,
    IReadOnlyList<DeadLetterItemView> Items)
{
    public static DeadLetterView Of(DeadLetter letter) => new(
        letter.Id,
        letter.Inbox,
        letter.Subject.ToString(),
        letter.Attempts,
        letter.Reason,
        letter.TraceId,
        letter.At,
        [.. letter.Items.Select(item => new DeadLetterItemView(item.Topic, item.CreatedAt, item.ReceivedAt))]);
}
