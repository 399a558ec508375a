using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>Decides from an event alone what to do with it.</summary>
public static class WebhookTriage
{
    /// <summary>A topic that concerns nothing we do.</summary>
    public const string UnusedTopic = "unused_topic";

    /// <summary>Intercom's echo of something this bot did.</summary>
    public const string OwnPart = "own_part";

    /// <summary>A tagged part that does not name its conversation.</summary>
    public const string NoConversation = "no_conversation";

    /// <param name="botAdminId">Id of the admin this bot writes as; null when it is not known, then nothing counts as our own.</param>
    /// <param name="receivedAt">When the webhook reached this process.</param>
    /// <param name="traceParent">W3C traceparent of the receiving request.</param>
    public static WebhookDisposition Decide(
        WebhookEvent webhook, WebhookOptions options, string? botAdminId, DateTimeOffset receivedAt, string? traceParent)
    {
        if (webhook.Route is WebhookRoute.Ignored)
        {
            return new WebhookDisposition.Ignore(webhook.Topic == WebhookTopics.Ping ? WebhookTopics.Ping : UnusedTopic);
        }

        if (webhook.SubjectId is null)
        {
            return new WebhookDisposition.Ignore(NoConversation);
        }

        if (webhook.Route is WebhookRoute.TeammateAct && IsOwnAct(webhook.Parts, botAdminId))
        {
            return new WebhookDisposition.Ignore(OwnPart);
        }

        var item = new InboxItem(
            new SubjectKey(webhook.Workspace, webhook.SubjectId),
            [.. DeduplicationIds(webhook)],
            webhook.Topic,
            webhook.CreatedAt,
            receivedAt,
            traceParent);
        return webhook.Route switch
        {
            WebhookRoute.ArticleChange => new WebhookDisposition.Queue(InboxNames.Articles, item, options.ArticleWindow),
            WebhookRoute.CustomerMessage => new WebhookDisposition.Queue(InboxNames.Conversations, item, options.MessageWindow(webhook.Message)),
            _ => new WebhookDisposition.Queue(InboxNames.Conversations, item, BurstWindow.None),
        };
    }

    /// <summary>A batch counts as ours only when every part of it is. Contacts have ids of their own, which may look alike.</summary>
    private static bool IsOwnAct(IReadOnlyList<WebhookPart> parts, string? botAdminId) =>
        botAdminId is not null
        && parts.Count > 0
        && parts.All(part => part.AuthorId == botAdminId && part.AuthorType is "admin" or "bot");

    /// <summary>
    /// The notification id recognises a repeated delivery. A customer's message is also known by the message itself, because the
    /// same one can be announced twice. Without either, the event is known by what it says.
    /// </summary>
    private static IEnumerable<string> DeduplicationIds(WebhookEvent webhook)
    {
        var lastPart = webhook.Parts is [.., var last] ? last.Id : null;
        var message = (webhook.Topic, lastPart) switch
        {
            (WebhookTopics.ConversationUserReplied, not null) => $"part:{webhook.SubjectId}/{lastPart}",
            (WebhookTopics.ConversationUserCreated, _) => $"source:{webhook.SubjectId}",
            _ => null,
        };

        if (webhook.NotificationId is not null)
        {
            yield return webhook.NotificationId;
        }

        if (message is not null)
        {
            yield return message;
        }

        if (webhook.NotificationId is null && message is null)
        {
            yield return $"event:{webhook.Topic}/{webhook.SubjectId}/{lastPart}/{webhook.CreatedAt.ToUnixTimeSeconds()}";
        }
    }
}
