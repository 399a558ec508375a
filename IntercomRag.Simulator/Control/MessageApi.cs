using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Conversations;
using IntercomRag.Simulator.Workspace.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.Simulator.Control;

/// <summary>Customers: who they are, and what they write.</summary>
internal static class MessageApi
{
    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        api.MapPost("/contacts", CreateContact).WithSummary("Makes a customer");
        api.MapPost("/contacts/{contactId}/messages", Write).WithSummary("Sends a message as a customer");
        api.MapPost("/conversations/{id}/rating", Rate).WithSummary("Rates a conversation as its customer");
    }

    private static Created<ContactView> CreateContact(ContactRequest request, WorkspaceStore store)
    {
        if (request.Role is not (null or "user" or "lead"))
        {
            throw WorkspaceException.Invalid("role", "role must be user or lead");
        }

        var view = store.Change(change =>
        {
            var contact = new Contact
            {
                Id = change.Ids.NextContact(change.Now),
                Role = request.Role ?? "user",
                Name = request.Name,
                Email = request.Email ?? "",
                LanguageOverride = request.Language,
                SegmentIds = [.. (request.Segments ?? []).Select(name => SegmentId(change.State, name))],
                CustomAttributes = (request.CustomAttributes ?? new Dictionary<string, System.Text.Json.JsonElement>())
                    .ToDictionary(attribute => attribute.Key, attribute => attribute.Value.Clone()),
                CreatedAt = change.Now,
                UpdatedAt = change.Now,
            };
            change.State.Contacts.Add(contact.Id, contact);
            return ContactView.Of(change.State, contact);
        });
        return TypedResults.Created((string?)null, view);
    }

    private static Ok<MessageResult> Write(string contactId, MessageRequest request, WorkspaceStore store)
    {
        var text = string.IsNullOrWhiteSpace(request.Text) ? null : request.Text;
        if (text is null && request is { QuickReplyUuid: null, Attachments: not { Count: > 0 } })
        {
            throw WorkspaceException.Missing("text");
        }

        var body = text is null && request.QuickReplyUuid is not null ? null : MessageBody.FromText(text ?? "");
        var message = new CustomerMessage(body, request.Attachments ?? [], request.QuickReplyUuid);
        return TypedResults.Ok(store.Change(change =>
        {
            var contact = change.State.Contact(contactId);
            if (request.ConversationId is { } id)
            {
                var conversation = change.State.Conversation(id);
                return Result(conversation, CustomerActions.Reply(change, conversation, contact, message));
            }

            var started = CustomerActions.Start(change, contact, message);
            return Result(started, started.Source);
        }));
    }

    private static NoContent Rate(string id, RatingRequest request, WorkspaceStore store)
    {
        store.Change(change =>
        {
            var conversation = change.State.Conversation(id);
            CustomerActions.Rate(change, conversation, request.Rating, request.Remark);
            return conversation;
        });
        return TypedResults.NoContent();
    }

    private static MessageResult Result(Conversation conversation, ConversationPart part) =>
        new(conversation.Id, part.Id, part.CreatedAt.ToUnixTimeSeconds(), part.CreatedAt.ToUnixTimeMilliseconds());

    private static string SegmentId(WorkspaceState state, string reference) =>
        state.Segments.Values.FirstOrDefault(segment => segment.Id == reference || segment.Name == reference)?.Id
        ?? throw WorkspaceException.Invalid("segments", $"There is no segment {reference}");
}
