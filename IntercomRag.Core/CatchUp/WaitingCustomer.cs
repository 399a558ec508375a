using IntercomRag.Core.Intercom.Records;

namespace IntercomRag.Core.CatchUp;

/// <summary>A conversation in which the customer has the last word.</summary>
/// <param name="WroteAt">When the customer last wrote; when the conversation last changed, if Intercom does not say.</param>
public sealed record WaitingCustomer(string ConversationId, DateTimeOffset WroteAt)
{
    /// <summary>
    /// Reads one search result, which has no parts:
    /// <code>
    /// {"id":"215472621202693","updated_at":1768032000,"open":true,"waiting_since":1768031789,
    ///  "statistics":{"last_contact_reply_at":1768031989,"last_admin_reply_at":1768031800, …}, …}
    /// </code>
    /// <c>waiting_since</c> is null when a teammate has the last word. The two times of the statistics say the same where it is missing; in the same
    /// second they do not. A bot's words count for neither: the turn reads the conversation and decides.
    /// </summary>
    /// <returns>Null when nobody waits.</returns>
    public static WaitingCustomer? In(IntercomConversation conversation)
    {
        var wrote = conversation.Statistics?.LastContactReplyAt;
        var waits = conversation.WaitingSince is not null || wrote > (conversation.Statistics?.LastAdminReplyAt ?? DateTimeOffset.MinValue);
        return conversation.Open && waits && (wrote ?? conversation.UpdatedAt ?? conversation.WaitingSince) is { } wroteAt
            ? new WaitingCustomer(conversation.Id, wroteAt)
            : null;
    }
}
