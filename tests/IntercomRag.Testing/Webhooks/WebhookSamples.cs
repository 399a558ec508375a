using System.Text.Json.Nodes;

namespace IntercomRag.Testing.Webhooks;

/// <summary>Notifications in the shapes that Intercom sends, as objects that a test can change before it serializes them.</summary>
public static class WebhookSamples
{
    public const string Workspace = "demo";
    public const string ConversationId = "215472621202693";
    public const string ArticleId = "15147019";
    public const string PartId = "37358121213";
    public const string ContactId = "696205460674dbb9050aa7fd";
    public const string TeammateId = "9002";
    public const string BotAdminId = "9001";

    /// <summary>The text of every message and article here, so that a test can tell that it leaked.</summary>
    public const string Words = "Où est passée ma réservation de samedi ?";

    private const long CreatedAt = 1768031793;

    /// <summary>A whole notification of <paramref name="topic"/>, with the item that such a topic carries.</summary>
    public static JsonObject Event(string topic, string? id = null) => Envelope(topic, ItemOf(topic), id);

    public static JsonObject Envelope(string topic, JsonNode? item, string? id = null) => new()
    {
        ["type"] = "notification_event",
        ["app_id"] = Workspace,
        ["data"] = new JsonObject { ["type"] = "notification_event_data", ["item"] = item },
        ["links"] = new JsonObject(),
        ["id"] = topic == "ping" ? null : id ?? $"notif_{Guid.NewGuid()}",
        ["topic"] = topic,
        ["delivery_status"] = "pending",
        ["delivery_attempts"] = 1,
        ["delivered_at"] = 0,
        ["first_sent_at"] = CreatedAt + 1,
        ["created_at"] = CreatedAt,
        ["self"] = null,
    };

    public static JsonObject Conversation(params JsonObject[] parts) => new()
    {
        ["type"] = "conversation",
        ["id"] = ConversationId,
        ["created_at"] = CreatedAt - 4,
        ["updated_at"] = CreatedAt,
        ["waiting_since"] = CreatedAt - 4,
        ["snoozed_until"] = null,
        ["source"] = new JsonObject
        {
            ["type"] = "conversation",
            ["id"] = "3381828792",
            ["delivered_as"] = "customer_initiated",
            ["subject"] = "",
            ["body"] = $"<p>{Words}</p>",
            ["author"] = Author("lead", ContactId),
            ["attachments"] = new JsonArray(),
            ["url"] = "https://club.example/planning",
            ["redacted"] = false,
        },
        ["contacts"] = new JsonObject
        {
            ["type"] = "contact.list",
            ["contacts"] = new JsonArray(new JsonObject { ["type"] = "contact", ["id"] = ContactId, ["external_id"] = null }),
        },
        ["admin_assignee_id"] = null,
        ["team_assignee_id"] = 5001,
        ["open"] = true,
        ["state"] = "open",
        ["read"] = false,
        ["tags"] = new JsonObject { ["type"] = "tag.list", ["tags"] = new JsonArray() },
        ["priority"] = "not_priority",
        ["statistics"] = new JsonObject
        {
            ["type"] = "conversation_statistics",
            ["first_contact_reply_at"] = "2026-01-10T07:56:29.000Z",
            ["count_reopens"] = 0,
        },
        ["conversation_rating"] = null,
        ["title"] = "",
        ["custom_attributes"] = new JsonObject { ["Has attachments"] = false },
        ["ai_agent_participated"] = false,
        ["conversation_parts"] = new JsonObject
        {
            ["type"] = "conversation_part.list",
            ["conversation_parts"] = new JsonArray([.. parts]),
            ["total_count"] = parts.Length,
        },
    };

    public static JsonObject Part(string authorType, string authorId, string partType = "comment", string id = PartId) => new()
    {
        ["type"] = "conversation_part",
        ["id"] = id,
        ["part_type"] = partType,
        ["body"] = $"<p>{Words}</p>",
        ["created_at"] = CreatedAt,
        ["updated_at"] = CreatedAt,
        ["notified_at"] = CreatedAt,
        ["assigned_to"] = null,
        ["author"] = Author(authorType, authorId),
        ["attachments"] = new JsonArray(),
        ["external_id"] = null,
        ["redacted"] = false,
        ["metadata"] = new JsonObject(),
    };

    public static JsonObject DeletedConversation() => new() { ["type"] = "conversation", ["conversation_id"] = ConversationId };

    public static JsonObject Article() => new()
    {
        ["id"] = ArticleId,
        ["type"] = "article",
        ["workspace_id"] = Workspace,
        ["parent_id"] = null,
        ["parent_type"] = null,
        ["parent_ids"] = new JsonArray(19636801),
        ["title"] = Words,
        ["description"] = Words,
        ["body"] = $"<p class=\"no-margin\">{Words}</p>",
        ["body_markdown"] = null,
        ["author_id"] = 9004,
        ["state"] = "published",
        ["created_at"] = "2026-05-16T14:57:26.000Z",
        ["updated_at"] = "2026-05-16T14:58:25.000Z",
        ["url"] = null,
    };

    public static JsonObject Contact() => new()
    {
        ["type"] = "contact",
        ["id"] = ContactId,
        ["name"] = Words,
        ["created_at"] = "2026-01-10T04:22:28.240+00:00",
    };

    private static JsonObject ItemOf(string topic) => topic switch
    {
        "ping" => new JsonObject { ["type"] = "ping", ["message"] = "something something interzen" },
        "conversation.user.created" or "conversation.read" => Conversation(),
        "conversation.user.replied" => Conversation(Part("lead", ContactId)),
        "conversation.operator.replied" => Conversation(Part("bot", "9608808")),
        "conversation.admin.noted" => Conversation(Part("admin", TeammateId, "note")),
        "conversation.admin.assigned" or "conversation.admin.open.assigned" => Conversation(Part("admin", TeammateId, "assignment")),
        "conversation.admin.closed" => Conversation(Part("admin", TeammateId, "close")),
        "conversation.deleted" => DeletedConversation(),
        "conversation_part.tag.created" => Tagged(),
        _ when topic.StartsWith("conversation", StringComparison.Ordinal) => Conversation(Part("admin", TeammateId)),
        _ when topic.StartsWith("article.", StringComparison.Ordinal) => Article(),
        _ when topic.Contains(".tag.", StringComparison.Ordinal) => new JsonObject
        {
            ["type"] = "contact_tag",
            ["tag"] = new JsonObject { ["type"] = "tag", ["id"] = "17513", ["name"] = "VIP" },
            ["contact"] = Contact(),
        },
        _ => Contact(),
    };

    private static JsonObject Tagged()
    {
        var conversation = Conversation(Part("admin", BotAdminId));
        conversation["tags_added"] = new JsonObject
        {
            ["type"] = "tag.list",
            ["tags"] = new JsonArray(new JsonObject { ["type"] = "tag", ["id"] = "17514", ["name"] = "wrong answer" }),
        };
        return conversation;
    }

    private static JsonObject Author(string type, string id) => new() { ["type"] = type, ["id"] = id, ["name"] = null, ["email"] = "" };
}
