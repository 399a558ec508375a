using System.Net;
using System.Text.Json.Nodes;
using IntercomRag.Simulator.Rest.Search;
using IntercomRag.Simulator.Rest.Shapes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Rest;

/// <summary>Admins, teams, contacts, segments and tags of contacts.</summary>
internal static class PeopleEndpoints
{
    private const int ContactsPerPage = 50;

    public static void MapPeople(this IEndpointRouteBuilder rest)
    {
        rest.MapGet("/me", (WorkspaceStore store, IOptions<SimulatorOptions> options) =>
            Answer(store, state => PeopleShapes.WriteWithApp(state.Admin(options.Value.BotAdminId), state)));
        rest.MapGet("/admins", (WorkspaceStore store) => Answer(store, state => new JsonObject
        {
            ["type"] = "admin.list",
            ["admins"] = Json.Array(state.Admins.Values.Select(PeopleShapes.Write)),
        }));
        rest.MapGet("/admins/{id}", (string id, WorkspaceStore store) => Answer(store, state => PeopleShapes.Write(state.Admin(id))));
        rest.MapGet("/teams", (WorkspaceStore store) => Answer(store, state => new JsonObject
        {
            ["type"] = "team.list",
            ["teams"] = Json.Array(state.Teams.Values.Select(PeopleShapes.Write)),
        }));
        rest.MapGet("/teams/{id}", (string id, WorkspaceStore store) => Answer(store, state => PeopleShapes.Write(state.Team(id))));
        rest.MapGet("/segments", (WorkspaceStore store) => Answer(store, state => new JsonObject
        {
            ["type"] = "segment.list",
            ["segments"] = Json.Array(state.Segments.Values.Select(segment => PeopleShapes.Write(segment, state))),
        }));
        rest.MapGet("/segments/{id}", (string id, WorkspaceStore store) => Answer(store, state =>
            state.Segments.TryGetValue(id, out var segment)
                ? PeopleShapes.Write(segment, state)
                : throw WorkspaceException.NotFound("not_found", "Resource Not Found")));
        rest.MapGet("/contacts", (HttpRequest request, WorkspaceStore store) => Answer(store, state =>
            List(state, Living(state), request.Query["starting_after"], request.Query["per_page"])));
        rest.MapPost("/contacts/search", Search);
        rest.MapGet("/contacts/find_by_external_id/{externalId}", (string externalId, HttpResponse response, WorkspaceStore store) =>
            Answer(store, state => ContactShape.Write(state, Current(state, response, contact => contact.ExternalId == externalId))));
        rest.MapGet("/contacts/{id}", (string id, HttpResponse response, WorkspaceStore store) =>
            Answer(store, state => ContactShape.Write(state, Current(state, response, contact => contact.Id == id))));
        rest.MapGet("/contacts/{id}/segments", (string id, HttpResponse response, WorkspaceStore store) => Answer(store, state => DataList(
            Current(state, response, contact => contact.Id == id).SegmentIds.Select(segment => PeopleShapes.Write(state.Segments[segment], state)))));
        rest.MapGet("/contacts/{id}/tags", (string id, HttpResponse response, WorkspaceStore store) => Answer(store, state => DataList(
            Current(state, response, contact => contact.Id == id).TagIds.Select(tag => TagShape.Basic(state.Tag(tag))))));
        rest.MapGet("/contacts/{id}/companies", Companies);
    }

    private static Ok<JsonObject> Search(RequestBody body, WorkspaceStore store)
    {
        var query = SearchParser.Parse(body.Element("query"));
        var pagination = body.Child("pagination");
        return Answer(store, state =>
        {
            var matches = new SearchEvaluator<Contact>(ContactFields.Find, TimeZoneInfo.FindSystemTimeZoneById(state.App.Timezone)).Compile(query);
            return List(state, Living(state).Where(matches), pagination?.Text("starting_after"), pagination?.Text("per_page"));
        });
    }

    private static Ok<JsonObject> Companies(string id, HttpResponse response, WorkspaceStore store) => Answer(store, state =>
    {
        var companies = Current(state, response, contact => contact.Id == id).CompanyIds;
        var list = DataList(companies.Select(company => PeopleShapes.Write(state.Companies[company], state)));
        list["pages"] = new JsonObject { ["type"] = "pages", ["next"] = null, ["page"] = 1, ["per_page"] = ContactsPerPage, ["total_pages"] = 1 };
        list["total_count"] = companies.Count;
        return list;
    });

    private static JsonObject List(WorkspaceState state, IEnumerable<Contact> contacts, string? startingAfter, string? perPage)
    {
        var page = CursorPage<Contact>.Of(
            contacts, contact => contact.CreatedAt, contact => contact.Id, startingAfter, perPage, ContactsPerPage);
        var list = DataList(page.Items.Select(contact => ContactShape.Write(state, contact)));
        list["total_count"] = page.TotalCount;
        list["pages"] = page.Pages;
        return list;
    }

    /// <summary>Lists and searches leave merged contacts out.</summary>
    private static IEnumerable<Contact> Living(WorkspaceState state) => state.Contacts.Values.Where(contact => contact.MergedInto is null);

    /// <summary>A merged contact is answered with 410 and <c>Link: &lt;/contacts/{id}&gt;; rel="canonical"</c>.</summary>
    private static Contact Current(WorkspaceState state, HttpResponse response, Func<Contact, bool> isWanted)
    {
        var contact = state.Contacts.Values.FirstOrDefault(isWanted) ?? throw WorkspaceException.NotFound("not_found", "User Not Found");
        if (contact.MergedInto is not { } canonical)
        {
            return contact;
        }

        response.Headers.Link = $"</contacts/{canonical}>; rel=\"canonical\"";
        throw new WorkspaceException(
            HttpStatusCode.Gone, "contact_merged", "This contact has been merged. See the 'Link' header for the canonical contact.");
    }

    private static JsonObject DataList(IEnumerable<JsonObject> data) => new() { ["type"] = "list", ["data"] = Json.Array(data) };

    private static Ok<JsonObject> Answer(WorkspaceStore store, Func<WorkspaceState, JsonObject> write) => TypedResults.Ok(store.Read(write));
}
