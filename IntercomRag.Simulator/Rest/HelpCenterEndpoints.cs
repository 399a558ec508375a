using System.Text.Json.Nodes;
using IntercomRag.Simulator.Rest.Shapes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.HelpCenter;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.Simulator.Rest;

/// <summary>Help centers and collections.</summary>
internal static class HelpCenterEndpoints
{
    private const int CollectionsPerPage = 20;

    public static void MapHelpCenter(this IEndpointRouteBuilder rest)
    {
        rest.MapGet("/help_center/help_centers", (IntercomCall call, WorkspaceStore store) => TypedResults.Ok(store.Read(state => new JsonObject
        {
            ["type"] = "list",
            ["data"] = new JsonArray(HelpCenterShapes.Write(state.HelpCenter, state, call.Version)),
        })));
        rest.MapGet("/help_center/help_centers/{id}", (string id, IntercomCall call, WorkspaceStore store) => TypedResults.Ok(store.Read(state =>
            state.HelpCenter.Id == id
                ? HelpCenterShapes.Write(state.HelpCenter, state, call.Version)
                : throw WorkspaceException.NotFound("not_found", "Resource Not Found"))));
        rest.MapGet("/help_center/collections", Collections);
        rest.MapGet("/help_center/collections/{id}", (string id, WorkspaceStore store) =>
            TypedResults.Ok(store.Read(state => HelpCenterShapes.Write(state.Collection(id), state))));
    }

    private static Ok<JsonObject> Collections(HttpRequest request, IntercomCall call, WorkspaceStore store) => TypedResults.Ok(store.Read(state =>
    {
        var newestFirst = state.Collections.Values.OrderByDescending(one => one.UpdatedAt).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
        var page = NumberedPage<Collection>.Of(newestFirst, request, call, CollectionsPerPage);
        return new JsonObject
        {
            ["type"] = "list",
            ["data"] = Json.Array(page.Items.Select(collection => HelpCenterShapes.Write(collection, state))),
            ["total_count"] = page.TotalCount,
            ["pages"] = page.Pages,
        };
    }));
}
