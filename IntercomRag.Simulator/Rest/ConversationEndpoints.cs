using System.Text.Json;
using System.Text.Json.Nodes;
using IntercomRag.Simulator.Rest.Search;
using IntercomRag.Simulator.Rest.Shapes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Conversations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.Simulator.Rest;

/// <summary>Reading, searching and updating conversations. Writing to them is in <see cref="ReplyEndpoints"/>.</summary>
internal static class ConversationEndpoints
{
    private const int PerPage = 20;

    public static void MapConversations(this IEndpointRouteBuilder rest)
    {
        rest.MapGet("/conversations", (HttpRequest request, IntercomCall call, WorkspaceStore store) => TypedResults.Ok(store.Read(state =>
            List(state, state.Conversations.Values, call.Html, request.Query["starting_after"], request.Query["per_page"]))));
        rest.MapPost("/conversations/search", Search);
        rest.MapGet("/conversations/{id}", Fetch);
        rest.MapPut("/conversations/{id}", Update);
        rest.MapPost("/conversations/{id}/tags", Tag);
        rest.MapDelete("/conversations/{id}/tags/{tagId}", Untag);
    }

    private static Ok<JsonObject> Fetch(string id, HttpRequest request, IntercomCall call, WorkspaceStore store, TimeProvider time) =>
        TypedResults.Ok(store.Read(state =>
        {
            var conversation = state.Conversation(id);
            conversation.ReadAt.Add(time.GetUtcNow());
            return ConversationShape.WithAllParts(state, conversation, call.Format(request.Query["display_as"]));
        }));

    private static Ok<JsonObject> Search(RequestBody body, IntercomCall call, WorkspaceStore store)
    {
        var query = SearchParser.Parse(body.Element("query"));
        var pagination = body.Child("pagination");
        return TypedResults.Ok(store.Read(state =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(state.App.Timezone);
            var matches = new SearchEvaluator<Conversation>(ConversationFields.Find, zone).Compile(query);
            return List(
                state, state.Conversations.Values.Where(matches), call.Html, pagination?.Text("starting_after"), pagination?.Text("per_page"));
        }));
    }

    private static Ok<JsonObject> Update(string id, HttpRequest request, RequestBody body, IntercomCall call, WorkspaceStore store)
    {
        var read = body.Flag("read");
        var title = body.Text("title");
        var attributes = body.Child("custom_attributes")?.Properties().ToDictionary(one => one.Name, one => one.Value)
            ?? new Dictionary<string, JsonElement>();
        return TypedResults.Ok(store.Change(change =>
        {
            var conversation = change.State.Conversation(id);
            conversation.Read = read ?? conversation.Read;
            conversation.Title = title ?? conversation.Title;
            LabelActions.SetAttributes(change, conversation, ApiActor.Owner(change, call), attributes);
            return ConversationShape.WithAllParts(change.State, conversation, call.Format(request.Query["display_as"]));
        }));
    }

    private static Ok<JsonObject> Tag(string id, RequestBody body, WorkspaceStore store) => TypedResults.Ok(store.Change(change =>
    {
        var conversation = ConversationToTag(change.State, id);
        var tag = change.State.Tag(body.RequiredText("id"));
        var admin = change.State.Admin(body.RequiredText("admin_id"));
        return TagShape.Applied(LabelActions.Tag(change, conversation, admin, tag));
    }));

    /// <summary>The body is required although the method is DELETE.</summary>
    private static Ok<JsonObject> Untag(string id, string tagId, RequestBody body, WorkspaceStore store) => TypedResults.Ok(store.Change(change =>
    {
        var conversation = ConversationToTag(change.State, id);
        _ = change.State.Admin(body.RequiredText("admin_id"));
        return TagShape.Applied(LabelActions.Untag(change, conversation, tagId));
    }));

    private static Conversation ConversationToTag(WorkspaceState state, string id) =>
        state.Conversations.TryGetValue(id, out var conversation)
            ? conversation
            : throw WorkspaceException.NotFound("not_found", "Conversation not found");

    private static JsonObject List(
        WorkspaceState state, IEnumerable<Conversation> conversations, ConversationFormat format, string? startingAfter, string? perPage)
    {
        var page = CursorPage<Conversation>.Of(
            conversations, conversation => conversation.UpdatedAt, conversation => conversation.Id, startingAfter, perPage, PerPage);
        return new JsonObject
        {
            ["type"] = "conversation.list",
            ["pages"] = page.Pages,
            ["total_count"] = page.TotalCount,
            ["conversations"] = Json.Array(page.Items.Select(conversation => ConversationShape.WithoutParts(state, conversation, format))),
        };
    }
}
