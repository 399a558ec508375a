namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>Names of the topics that Intercom sends and that concern us, as in its webhook models.</summary>
public static class WebhookTopics
{
    /// <summary>Always subscribed; sent by the test button and now and then by Intercom itself, with a null id.</summary>
    public const string Ping = "ping";

    public const string ConversationUserCreated = "conversation.user.created";
    public const string ConversationUserReplied = "conversation.user.replied";

    public const string ConversationAdminReplied = "conversation.admin.replied";
    public const string ConversationAdminSingleCreated = "conversation.admin.single.created";
    public const string ConversationAdminNoted = "conversation.admin.noted";
    public const string ConversationAdminAssigned = "conversation.admin.assigned";
    public const string ConversationAdminOpenAssigned = "conversation.admin.open.assigned";
    public const string ConversationAdminOpened = "conversation.admin.opened";
    public const string ConversationAdminClosed = "conversation.admin.closed";
    public const string ConversationAdminSnoozed = "conversation.admin.snoozed";
    public const string ConversationAdminUnsnoozed = "conversation.admin.unsnoozed";

    /// <summary>Fin, a workflow or another bot wrote (since version 2.14).</summary>
    public const string ConversationOperatorReplied = "conversation.operator.replied";

    public const string ConversationRatingAdded = "conversation.rating.added";
    public const string ConversationPriorityUpdated = "conversation.priority.updated";
    public const string ConversationDeleted = "conversation.deleted";

    /// <summary>One message was tagged; the item is a conversation with that message as its only part, or the part itself.</summary>
    public const string ConversationPartTagCreated = "conversation_part.tag.created";

    public const string ArticleCreated = "article.created";
    public const string ArticleUpdated = "article.updated";
    public const string ArticlePublished = "article.published";
    public const string ArticleUnpublished = "article.unpublished";
    public const string ArticleDeleted = "article.deleted";
}
