using System.Text.Json.Nodes;
using IntercomRag.Simulator.Rest.Shapes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Conversations;
using IntercomRag.Simulator.Workspace.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.Simulator.Rest;

/// <summary>
/// <c>/reply</c> and <c>/parts</c>. Both answer with the conversation that holds only the new part, and both come back to the
/// caller as webhooks, as in Intercom.
/// </summary>
internal static class ReplyEndpoints
{
    /// <summary>In place of an id: the contact's latest conversation.</summary>
    private const string LastConversation = "last";

    public static void MapReplies(this IEndpointRouteBuilder rest)
    {
        rest.MapPost("/conversations/{id}/reply", Reply);
        rest.MapPost("/conversations/{id}/parts", Manage);
    }

    private static Ok<JsonObject> Reply(string id, RequestBody body, IntercomCall call, WorkspaceStore store)
    {
        var text = body.Text("body") is { Length: > 0 } html ? MessageBody.FromHtml(html) : null;
        var attachments = AttachmentReader.Read(body);
        return TypedResults.Ok(store.Change(change =>
        {
            var (conversation, part) = body.RequiredText("type") switch
            {
                "admin" => AdminReply(change, id, body, text, attachments, call),
                "user" => ContactReply(change, id, body, text, attachments, call),
                var type => throw WorkspaceException.Invalid("type", $"type must be admin or user, not {type}"),
            };
            return ConversationShape.WithPart(change.State, conversation, part, call.Html);
        }));
    }

    private static (Conversation Conversation, ConversationPart Part) AdminReply(
        WorkspaceChange change, string id, RequestBody body, MessageBody? text, IReadOnlyList<Attachment> attachments, IntercomCall call)
    {
        var conversation = change.State.Conversation(id);
        var actor = ApiActor.Named(change, body, call);
        return (conversation, body.RequiredText("message_type") switch
        {
            "comment" => AgentActions.Reply(change, conversation, actor, Required(text), attachments, change.Options.AssignOnApiReply),
            "note" => AgentActions.Note(change, conversation, actor, Required(text), attachments),
            "quick_reply" when call.Version.HasQuickReplies => AgentActions.OfferQuickReplies(change, conversation, actor, Options(body)),
            var type => throw WorkspaceException.Invalid("message_type", $"message_type {type} is not known in this version"),
        });
    }

    private static (Conversation Conversation, ConversationPart Part) ContactReply(
        WorkspaceChange change, string id, RequestBody body, MessageBody? text, IReadOnlyList<Attachment> attachments, IntercomCall call)
    {
        var contact = Writer(change.State, body);
        var conversation = id == LastConversation
            ? change.State.LastConversationOf(contact.Id) ?? throw WorkspaceException.NotFound("not_found", "Resource Not Found")
            : change.State.Conversation(id);
        var chosen = body.Objects("reply_options").Select(option => option.RequiredText("uuid")).FirstOrDefault();
        var message = new CustomerMessage(chosen is null ? Required(text) : text, attachments, chosen)
        {
            CreatedAt = body.Time("created_at"),
            ReceivedAt = call.ReceivedAt,
        };
        return (conversation, CustomerActions.Reply(change, conversation, contact, message));
    }

    private static Ok<JsonObject> Manage(string id, RequestBody body, IntercomCall call, WorkspaceStore store)
    {
        var text = body.Text("body") is { Length: > 0 } html ? MessageBody.FromHtml(html) : null;
        return TypedResults.Ok(store.Change(change =>
        {
            var conversation = change.State.Conversation(id);
            var actor = ApiActor.Named(change, body, call);
            var part = body.RequiredText("message_type") switch
            {
                "assignment" => AgentActions.Assign(
                    change, conversation, actor, body.RequiredText("type"), body.RequiredText("assignee_id"), text),
                "close" => AgentActions.Close(change, conversation, actor, text),
                "open" => AgentActions.Open(change, conversation, actor),
                "snoozed" => AgentActions.Snooze(
                    change, conversation, actor, body.Time("snoozed_until") ?? throw WorkspaceException.Missing("snoozed_until")),
                var type => throw WorkspaceException.Invalid("message_type", $"Unknown message_type {type}"),
            };
            return ConversationShape.WithPart(change.State, conversation, part, call.Html);
        }));
    }

    private static Contact Writer(WorkspaceState state, RequestBody body)
    {
        if (body.Text("intercom_user_id") is { } id)
        {
            return state.Contact(id);
        }

        var externalId = body.Text("user_id");
        var email = body.Text("email");
        if (externalId is null && email is null)
        {
            throw WorkspaceException.Missing("intercom_user_id");
        }

        return state.Contacts.Values.FirstOrDefault(contact => externalId is null ? contact.Email == email : contact.ExternalId == externalId)
            ?? throw WorkspaceException.NotFound("not_found", "User Not Found");
    }

    private static List<QuickReplyOption> Options(RequestBody body)
    {
        var options = body.Objects("reply_options")
            .Select(option => new QuickReplyOption(option.RequiredText("text"), Uuid(option.RequiredText("uuid"))))
            .ToList();
        return options.Count > 0 ? options : throw WorkspaceException.Missing("reply_options");
    }

    private static string Uuid(string text) =>
        Guid.TryParseExact(text, "D", out _) ? text : throw WorkspaceException.Invalid("reply_options", $"{text} is not a UUID");

    private static MessageBody Required(MessageBody? body) => body ?? throw WorkspaceException.Missing("body");
}
