using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Rest.Shapes;

/// <summary>
/// Parts as REST and webhooks show them:
/// <code>{"type":"conversation_part","id":"37358121213","part_type":"comment","body":"&lt;p&gt;…","created_at":1768031793,"author":{"id":"9001","type":"admin",…},…}</code>
/// </summary>
internal static class PartShape
{
    public static JsonObject Write(ConversationPart part, ConversationFormat format)
    {
        var created = Json.Seconds(part.CreatedAt);
        var shape = new JsonObject
        {
            ["type"] = "conversation_part",
            ["id"] = part.Id,
            ["part_type"] = part.PartType,
            ["body"] = Body(part, format),
            ["created_at"] = created,
            ["updated_at"] = created.DeepClone(),
            ["notified_at"] = created.DeepClone(),
            ["assigned_to"] = part.AssignedTo is { } assignee ? Json.Reference(assignee.Type, assignee.Id) : null,
            ["author"] = Author(part.Author, format.Version),
            ["attachments"] = Attachments(part),
            ["external_id"] = null,
            ["redacted"] = false,
        };
        if (format.Version.HasQuickReplies)
        {
            shape["metadata"] = Metadata(part);
        }

        if (format.Version.HasPartDetails)
        {
            shape["email_message_metadata"] = null;
            shape["state"] = part.State;
            shape["tags"] = Json.Array(part.Tags.Select(TagShape.Basic));
            shape["event_details"] = EventDetails(part.AttributeChange);
            shape["app_package_code"] = part.AppPackageCode;
        }

        return shape;
    }

    public static JsonObject Source(ConversationPart source, ConversationFormat format) => new()
    {
        ["type"] = "conversation",
        ["id"] = source.Id,
        ["delivered_as"] = "customer_initiated",
        ["subject"] = "",
        ["body"] = Body(source, format),
        ["author"] = new JsonObject
        {
            ["type"] = source.Author.Type,
            ["id"] = source.Author.Id,
            ["name"] = source.Author.Name,
            ["email"] = source.Author.Email,
        },
        ["attachments"] = Attachments(source),
        ["url"] = null,
        ["redacted"] = false,
    };

    private static string? Body(ConversationPart part, ConversationFormat format) => format.PlainText ? part.Body?.Text : part.Body?.Html;

    private static JsonObject Author(Author author, ApiVersion version)
    {
        var shape = new JsonObject { ["id"] = author.Id, ["type"] = author.Type, ["name"] = author.Name, ["email"] = author.Email };
        if (version.HasQuickReplies)
        {
            shape["from_ai_agent"] = false;
            shape["is_ai_answer"] = false;
        }

        return shape;
    }

    private static JsonArray Attachments(ConversationPart part) => Json.Array(part.Attachments.Select(attachment =>
    {
        var shape = new JsonObject
        {
            ["type"] = "upload",
            ["name"] = attachment.Name,
            ["url"] = attachment.Url,
            ["content_type"] = attachment.ContentType,
            ["filesize"] = attachment.Filesize,
        };
        if (attachment is { Width: { } width, Height: { } height })
        {
            shape["width"] = width;
            shape["height"] = height;
        }

        return shape;
    }));

    private static JsonObject Metadata(ConversationPart part)
    {
        var metadata = new JsonObject();
        if (part.QuickReplyOptions.Count > 0)
        {
            metadata["quick_reply_options"] = Json.Array(
                part.QuickReplyOptions.Select(option => new JsonObject { ["text"] = option.Text, ["uuid"] = option.Uuid }));
        }

        if (part.QuickReplyUuid is { } chosen)
        {
            metadata["quick_reply_uuid"] = chosen;
        }

        return metadata;
    }

    private static JsonObject EventDetails(AttributeChange? change) => change is null ? [] : new JsonObject
    {
        ["attribute"] = new JsonObject { ["name"] = change.Name },
        ["value"] = new JsonObject { ["name"] = change.Value, ["previous"] = change.Previous },
    };
}
