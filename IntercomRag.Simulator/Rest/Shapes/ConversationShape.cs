using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Rest.Shapes;

/// <summary>
/// Conversations as REST and webhooks show them:
/// <code>{"type":"conversation","id":"215472621202693","created_at":1768031789,"source":{…},"contacts":{…},"conversation_parts":{…}}</code>
/// </summary>
internal static class ConversationShape
{
    /// <summary>REST gives the newest parts up to this number, and never more.</summary>
    public const int MaxParts = 500;

    public static JsonObject WithAllParts(WorkspaceState state, Conversation conversation, ConversationFormat format)
    {
        var newest = conversation.Parts.Skip(Math.Max(0, conversation.Parts.Count - MaxParts));
        var shape = WithoutParts(state, conversation, format);
        shape["conversation_parts"] = Parts(newest, conversation.Parts.Count, format);
        return shape;
    }

    /// <summary>The answer to a write, and the item of a webhook: only the part in question.</summary>
    public static JsonObject WithPart(WorkspaceState state, Conversation conversation, ConversationPart? part, ConversationFormat format)
    {
        var shape = WithoutParts(state, conversation, format);
        shape["conversation_parts"] = part is null ? Parts([], 0, format) : Parts([part], 1, format);
        return shape;
    }

    /// <summary>An item of a list or of search results.</summary>
    public static JsonObject WithoutParts(WorkspaceState state, Conversation conversation, ConversationFormat format)
    {
        var version = format.Version;
        var contact = state.Contact(conversation.ContactId);
        var shape = new JsonObject
        {
            ["type"] = "conversation",
            ["id"] = conversation.Id,
            ["created_at"] = Json.Seconds(conversation.CreatedAt),
            ["updated_at"] = Json.Seconds(conversation.UpdatedAt),
            ["waiting_since"] = Json.Seconds(conversation.WaitingSince),
            ["snoozed_until"] = Json.Seconds(conversation.SnoozedUntil),
            ["source"] = PartShape.Source(conversation.Source, format),
            ["contacts"] = new JsonObject
            {
                ["type"] = "contact.list",
                ["contacts"] = new JsonArray(ContactShape.Reference(contact)),
            },
            ["first_contact_reply"] = new JsonObject
            {
                ["created_at"] = Json.Seconds(conversation.CreatedAt),
                ["type"] = "conversation",
                ["url"] = null,
            },
            ["admin_assignee_id"] = AssigneeId(conversation.AdminAssigneeId, version),
            ["team_assignee_id"] = AssigneeId(conversation.TeamAssigneeId, version),
            ["open"] = conversation.State != Conversation.ClosedState,
            ["state"] = conversation.State,
            ["read"] = conversation.Read,
            ["tags"] = TagShape.List(conversation.Tags),
            ["priority"] = version.HasAudiences ? "none" : "not_priority",
            ["sla_applied"] = null,
            ["statistics"] = StatisticsShape.Write(conversation.Statistics, format.IsoStatistics),
            ["conversation_rating"] = RatingShape.Write(conversation.Rating, contact),
            ["teammates"] = new JsonObject
            {
                ["type"] = "admin.list",
                ["admins"] = Json.Array(conversation.TeammateIds.Select(id => Json.Reference("admin", id))),
            },
            ["title"] = conversation.Title,
            ["custom_attributes"] = CustomAttributes.Write(conversation.CustomAttributes),
            ["topics"] = new JsonObject { ["type"] = "topic.list", ["topics"] = new JsonArray(), ["total_count"] = 0 },
            ["ticket"] = null,
            ["linked_objects"] = new JsonObject { ["type"] = "list", ["data"] = new JsonArray(), ["total_count"] = 0, ["has_more"] = false },
            ["ai_agent"] = null,
            ["ai_agent_participated"] = false,
        };
        if (version.HasPlainTextWebhooks)
        {
            shape["company"] = null;
        }

        if (version.HasAudiences)
        {
            shape["channel"] = new JsonObject { ["initial"] = "messenger", ["current"] = "messenger" };
        }

        return shape;
    }

    private static JsonNode? AssigneeId(string? id, ApiVersion version) => id is null ? (version.HasAudiences ? 0 : null) : Json.NumericId(id);

    private static JsonObject Parts(IEnumerable<ConversationPart> parts, int total, ConversationFormat format) => new()
    {
        ["type"] = "conversation_part.list",
        ["conversation_parts"] = Json.Array(parts.Select(part => PartShape.Write(part, format))),
        ["total_count"] = total,
    };
}
