using System.Text.Json.Nodes;
using IntercomRag.Simulator.Rest.Shapes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Conversations;
using IntercomRag.Simulator.Workspace.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.Simulator.Rest;

/// <summary>The workspace's tags.</summary>
internal static class TagEndpoints
{
    public static void MapTags(this IEndpointRouteBuilder rest)
    {
        rest.MapGet("/tags", (WorkspaceStore store) => TypedResults.Ok(store.Read(state => new JsonObject
        {
            ["type"] = "list",
            ["data"] = Json.Array(state.Tags.Values.Select(TagShape.Basic)),
        })));
        rest.MapGet("/tags/{id}", (string id, WorkspaceStore store) => TypedResults.Ok(store.Read(state => TagShape.Basic(state.Tag(id)))));
        rest.MapPost("/tags", CreateOrUpdate);
    }

    /// <summary>Without an id: finds or makes the tag of that name. With one: renames it.</summary>
    private static Ok<JsonObject> CreateOrUpdate(RequestBody body, WorkspaceStore store) => TypedResults.Ok(store.Change(change =>
    {
        var name = body.RequiredText("name");
        if (body.Text("id") is not { } id)
        {
            return TagShape.Basic(LabelActions.Ensure(change, name));
        }

        Tag renamed = change.State.Tag(id) with { Name = name };
        change.State.Tags[id] = renamed;
        return TagShape.Basic(renamed);
    }));
}
