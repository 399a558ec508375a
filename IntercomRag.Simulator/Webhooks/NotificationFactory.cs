using System.Text.Json.Nodes;
using IntercomRag.Simulator.Rest;
using IntercomRag.Simulator.Rest.Shapes;
using IntercomRag.Simulator.Workspace;
using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Webhooks;

/// <summary>Makes notifications of what happens. Runs inside the workspace's lock, so that each shows the state of its moment.</summary>
public sealed class NotificationFactory(IdSource ids, IOptions<WebhookOptions> options, TimeProvider time)
{
    private readonly ConversationFormat _format = ConversationFormat.ForWebhooks(ApiVersion.Parse(options.Value.Version));

    /// <summary>Null for what no topic announces.</summary>
    public Notification? Of(WorkspaceEvent happened, WorkspaceState state) => happened switch
    {
        { Topic: null } => null,
        ConversationEvent conversation => Make(state, conversation.Topic!, conversation.Conversation.Id, ItemOf(conversation, state)),
        ArticleEvent article => Make(state, article.Topic!, article.Article.Id, ItemOf(article, state)),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Unknown event"),
    };

    /// <summary>The test that Intercom sends of itself; as captured, without an id.</summary>
    public Notification Ping(WorkspaceState state) => new(
        Id: null,
        state.App.IdCode,
        "ping",
        SubjectId: "",
        time.GetUtcNow(),
        new JsonObject { ["type"] = "ping", ["message"] = "something something interzen" });

    private Notification Make(WorkspaceState state, string topic, string subjectId, JsonObject item) =>
        new($"notif_{ids.NextGuid()}", state.App.IdCode, topic, subjectId, time.GetUtcNow(), item);

    private JsonObject ItemOf(ConversationEvent happened, WorkspaceState state)
    {
        var item = ConversationShape.WithPart(state, happened.Conversation, happened.Part, _format);
        if (happened.TagsAdded is { } tags)
        {
            item["tags_added"] = TagShape.BasicList(tags);
        }

        return item;
    }

    /// <summary>As captured in May 2026: the default language only, ISO-8601 times, no address even when published.</summary>
    private static JsonObject ItemOf(ArticleEvent happened, WorkspaceState state)
    {
        var article = happened.Article;
        var content = article.Default;
        return new JsonObject
        {
            ["id"] = article.Id,
            ["type"] = "article",
            ["workspace_id"] = state.App.IdCode,
            ["parent_id"] = null,
            ["parent_type"] = null,
            ["parent_ids"] = article.CollectionId is { } collection ? new JsonArray(Json.NumericId(collection)) : [],
            ["statistics"] = ArticleShape.Statistics(),
            ["tags"] = TagShape.BasicList([]),
            ["content_id"] = $"c{article.Id}",
            ["title"] = content.Title,
            ["description"] = content.Description,
            ["body"] = content.Body,
            ["body_markdown"] = null,
            ["author_id"] = Json.NumericId(content.AuthorId),
            ["state"] = content.State,
            ["created_at"] = Json.Iso(content.CreatedAt),
            ["updated_at"] = Json.Iso(content.UpdatedAt),
            ["url"] = null,
        };
    }
}
