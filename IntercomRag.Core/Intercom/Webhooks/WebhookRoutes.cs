using System.Collections.Frozen;

namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>Which topic goes where. A topic that is not listed is acknowledged and ignored.</summary>
public static class WebhookRoutes
{
    private static readonly FrozenDictionary<string, WebhookRoute> s_routes = new Dictionary<string, WebhookRoute>
    {
        [WebhookTopics.ConversationUserCreated] = WebhookRoute.CustomerMessage,
        [WebhookTopics.ConversationUserReplied] = WebhookRoute.CustomerMessage,

        [WebhookTopics.ConversationAdminReplied] = WebhookRoute.TeammateAct,
        [WebhookTopics.ConversationAdminSingleCreated] = WebhookRoute.TeammateAct,
        [WebhookTopics.ConversationAdminNoted] = WebhookRoute.TeammateAct,
        [WebhookTopics.ConversationAdminAssigned] = WebhookRoute.TeammateAct,
        [WebhookTopics.ConversationAdminOpenAssigned] = WebhookRoute.TeammateAct,
        [WebhookTopics.ConversationAdminOpened] = WebhookRoute.TeammateAct,
        [WebhookTopics.ConversationAdminClosed] = WebhookRoute.TeammateAct,
        [WebhookTopics.ConversationAdminSnoozed] = WebhookRoute.TeammateAct,
        [WebhookTopics.ConversationAdminUnsnoozed] = WebhookRoute.TeammateAct,
        [WebhookTopics.ConversationOperatorReplied] = WebhookRoute.TeammateAct,

        [WebhookTopics.ConversationRatingAdded] = WebhookRoute.ConversationChange,
        [WebhookTopics.ConversationPriorityUpdated] = WebhookRoute.ConversationChange,
        [WebhookTopics.ConversationPartTagCreated] = WebhookRoute.ConversationChange,
        [WebhookTopics.ConversationDeleted] = WebhookRoute.ConversationChange,

        [WebhookTopics.ArticleCreated] = WebhookRoute.ArticleChange,
        [WebhookTopics.ArticleUpdated] = WebhookRoute.ArticleChange,
        [WebhookTopics.ArticlePublished] = WebhookRoute.ArticleChange,
        [WebhookTopics.ArticleUnpublished] = WebhookRoute.ArticleChange,
        [WebhookTopics.ArticleDeleted] = WebhookRoute.ArticleChange,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static WebhookRoute For(string topic) => s_routes.GetValueOrDefault(topic, WebhookRoute.Ignored);
}
