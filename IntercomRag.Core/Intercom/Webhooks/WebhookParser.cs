using System.Text.Json;

namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>
/// Reads a notification of any payload version from 2.10 to 2.17; the version is the app's setting at Intercom and not announced in
/// the request. The envelope is checked strictly; an item only for the topics that concern us, and only in the fields that are read.
/// </summary>
/// <example>
/// A customer's reply (shortened; the part list holds only what triggered the event):
/// <code>
/// {"type":"notification_event","app_id":"abc123def","id":"notif_9108e504-998b-4afb-afd2-405cff43b99f",
///  "topic":"conversation.user.replied","created_at":1768031793,"first_sent_at":1768031794,"delivery_attempts":1,
///  "delivery_status":"pending","delivered_at":0,"self":null,"links":{},
///  "data":{"type":"notification_event_data","item":{"type":"conversation","id":"215472621202693",
///    "source":{"type":"conversation","id":"3381828792","body":"…","author":{"type":"lead","id":"696205460674dbb9050aa7fd"}},
///    "conversation_parts":{"type":"conversation_part.list","total_count":1,"conversation_parts":[
///      {"type":"conversation_part","id":"37358121213","part_type":"comment","body":"…",
///       "author":{"type":"lead","id":"696205460674dbb9050aa7fd"}}]}}}}
/// </code>
/// Items that differ:
/// <code>
/// ping                            {"type":"ping","message":"something something interzen"}            with "id":null
/// conversation.deleted            {"type":"conversation","conversation_id":"215472621202693"}         no id
/// conversation_part.tag.created   a conversation as above plus "tags_added", or the conversation_part itself
/// article.updated                 {"type":"article","id":"15147019","updated_at":"2026-05-16T14:58:25.000Z", …}
/// </code>
/// </example>
public static class WebhookParser
{
    /// <exception cref="WebhookFormatException">The body is not JSON, or not a notification.</exception>
    public static WebhookEvent Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return ReadEnvelope(new WebhookNode("$", document.RootElement));
        }
        catch (JsonException exception)
        {
            // The exception's own message quotes the offending character.
            throw new WebhookFormatException("$", $"JSON; it breaks in line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
        }
    }

    private static WebhookEvent ReadEnvelope(WebhookNode envelope)
    {
        envelope.ExpectObject();
        envelope.Member("type").ExpectText("notification_event");
        var workspace = envelope.Member("app_id").Identifier();
        var id = envelope.Member("id").OptionalIdentifier();
        var topic = envelope.Member("topic").Identifier();
        var createdAt = envelope.Member("created_at").Timestamp();
        var item = envelope.Member("data").ExpectObject().Member("item").ExpectObject();

        var route = WebhookRoutes.For(topic);
        var (subject, parts) = route switch
        {
            WebhookRoute.Ignored => (null, []),
            WebhookRoute.ArticleChange => (item.Member("id").Identifier(), []),
            _ => ReadConversation(item),
        };
        var message = route is WebhookRoute.CustomerMessage ? ReadMessage(item) : null;
        return new WebhookEvent(workspace, id, topic, createdAt, subject, parts, message);
    }

    private static (string? Id, IReadOnlyList<WebhookPart> Parts) ReadConversation(WebhookNode item)
    {
        if (item.Member("type").OptionalText() == "conversation_part")
        {
            // Documented for conversation_part.tag.created without its fields; captures show a conversation instead.
            var owner = item.Member("conversation_id").OptionalIdentifier()
                ?? item.Member("conversation").OptionalObject()?.Member("id").OptionalIdentifier();
            return (owner, [ReadPart(item)]);
        }

        // conversation.deleted has conversation_id in place of id.
        var id = item.Member("conversation_id").OptionalIdentifier() ?? item.Member("id").Identifier();
        var parts = item.Member("conversation_parts").OptionalObject()?.Member("conversation_parts").OptionalItems().Select(ReadPart).ToList();
        return (id, parts ?? []);
    }

    private static WebhookPart ReadPart(WebhookNode part)
    {
        part.ExpectObject();
        var author = part.Member("author").OptionalObject();
        return new WebhookPart(
            part.Member("id").OptionalIdentifier(),
            author?.Member("type").OptionalText(),
            author?.Member("id").OptionalIdentifier());
    }

    /// <summary>
    /// Looks at the newest part, or at the opening message when there is none, and takes its shape along, not its words. Nothing depends on it but
    /// how long to wait for more, so nothing here is an error.
    /// </summary>
    private static MessageShape? ReadMessage(WebhookNode conversation)
    {
        var parts = conversation.MemberOrNothing("conversation_parts").MemberOrNothing("conversation_parts").OptionalItems().ToList();
        var newest = parts is [.., var last] ? last : conversation.MemberOrNothing("source");
        return IsChoice(newest.MemberOrNothing("metadata")) ? MessageShape.Choice
            : newest.MemberOrNothing("body").TextOrNothing() is { } body ? MessageShape.Of(body)
            : null;
    }

    /// <summary>
    /// A tapped button comes as a comment with its label: <c>"metadata":{"quick_reply_uuid":"…"}</c>, or <c>quick_reply_option_uuid</c>.
    /// </summary>
    private static bool IsChoice(WebhookNode metadata) =>
        (metadata.MemberOrNothing("quick_reply_uuid").TextOrNothing() ?? metadata.MemberOrNothing("quick_reply_option_uuid").TextOrNothing()) is not null;
}
