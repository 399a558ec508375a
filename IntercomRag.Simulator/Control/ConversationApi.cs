using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Conversations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Control;

/// <summary>The agents' side: conversations as the workspace knows them, and what teammates do with them.</summary>
internal static class ConversationApi
{
    private const int DefaultLimit = 50;
    private const int MostWorkflowEvents = 5000;

    public static void MapConversations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/conversations", List).WithSummary("Conversations, newest first");
        api.MapGet("/conversations/{id}", Get).WithSummary("A conversation with all its parts");
        api.MapPost("/conversations/{id}/agent", Act).WithSummary("Acts as a teammate");
        api.MapPost("/conversations/{id}/operator", Say).WithSummary("Speaks as the workspace's own bot");
        api.MapPost("/conversations/{id}/workflow-events", AddWorkflowEvents).WithSummary("Makes a conversation long: adds parts without words");
    }

    /// <param name="assignee">Id of an admin or of a team, or "none".</param>
    private static Ok<IReadOnlyList<ConversationSummary>> List(
        WorkspaceStore store,
        IOptions<SimulatorOptions> options,
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "contact_id")] string? contactId,
        string? assignee,
        string? state,
        int? limit) =>
        TypedResults.Ok(store.Read<IReadOnlyList<ConversationSummary>>(workspace =>
        [
            .. workspace.Conversations.Values
                .Where(conversation => contactId is null || conversation.ContactId == contactId)
                .Where(conversation => state is null || conversation.State == state)
                .Where(conversation => assignee is null || IsAssignedTo(conversation, assignee))
                .OrderByDescending(conversation => conversation.UpdatedAt)
                .Take(limit ?? DefaultLimit)
                .Select(conversation => ConversationViews.Summarize(workspace, conversation, options.Value.BotAdminId)),
        ]));

    private static Ok<ConversationView> Get(string id, WorkspaceStore store, IOptions<SimulatorOptions> options) =>
        TypedResults.Ok(store.Read(workspace => ConversationViews.View(workspace, workspace.Conversation(id), options.Value.BotAdminId)));

    private static Ok<ConversationView> Act(string id, AgentRequest request, WorkspaceStore store, IOptions<SimulatorOptions> options)
    {
        var body = string.IsNullOrWhiteSpace(request.Body) ? null : MessageBody.FromHtml(request.Body);
        return TypedResults.Ok(store.Change(change =>
        {
            var conversation = change.State.Conversation(id);
            AgentCommand.Run(change, conversation, request, body);
            return ConversationViews.View(change.State, conversation, options.Value.BotAdminId);
        }));
    }

    private static Ok<PartView> Say(string id, OperatorRequest request, WorkspaceStore store)
    {
        var body = MessageBody.FromHtml(request.Body ?? throw WorkspaceException.Missing("body"));
        return TypedResults.Ok(store.Change(change => ConversationViews.View(
            change.State,
            OperatorActions.Say(change, change.State.Conversation(id), body, request.PartType ?? ConversationPart.Comment))));
    }

    private static Ok<ConversationSummary> AddWorkflowEvents(
        string id, WorkflowEventsRequest request, WorkspaceStore store, IOptions<SimulatorOptions> options)
    {
        if (request.Count is < 1 or > MostWorkflowEvents)
        {
            throw WorkspaceException.Invalid("count", $"count must be from 1 to {MostWorkflowEvents}");
        }

        return TypedResults.Ok(store.Change(change =>
        {
            var conversation = change.State.Conversation(id);
            OperatorActions.AddWorkflowEvents(change, conversation, request.Count);
            return ConversationViews.Summarize(change.State, conversation, options.Value.BotAdminId);
        }));
    }

    private static bool IsAssignedTo(Conversation conversation, string assignee) =>
        assignee == "none"
            ? conversation is { AdminAssigneeId: null, TeamAssigneeId: null }
            : conversation.AdminAssigneeId == assignee || conversation.TeamAssigneeId == assignee;
}
