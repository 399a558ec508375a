using IntercomRag.Simulator.Faults;
using IntercomRag.Simulator.Webhooks;
using IntercomRag.Simulator.Workspace;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Control;

/// <summary>The workspace as a whole.</summary>
internal static class WorkspaceApi
{
    public static void MapWorkspace(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workspace", Get).WithSummary("Who and what is in the workspace");
        api.MapPost("/reset", Reset).WithSummary("Starts again with a fresh workspace, the faults of the start and a live subscription");
        api.MapGet("/events", Listen).WithSummary("Server-sent events: what changed, as it changes");
    }

    private static Ok<WorkspaceView> Get(WorkspaceStore store, IOptions<SimulatorOptions> options) =>
        TypedResults.Ok(store.Read(state => new WorkspaceView(
            new AppView(state.App.IdCode, state.App.Name, state.App.Region, state.App.Timezone),
            [.. state.Admins.Values.Select(admin => new AdminView(admin.Id, admin.Name, admin.Email, admin.JobTitle, admin.Away, admin.TeamIds))],
            [.. state.Teams.Values.Select(team => new TeamView(team.Id, team.Name, team.AdminIds))],
            [.. state.Contacts.Values.Where(contact => contact.MergedInto is null).Select(contact => ContactView.Of(state, contact))],
            [.. state.Tags.Values.Select(tag => new LabelView(tag.Id, tag.Name))],
            [.. state.Segments.Values.Select(segment => new LabelView(segment.Id, segment.Name))],
            [.. state.Collections.Values.Select(one => new CollectionView(one.Id, one.Slug, one.ParentId, one.Names))],
            options.Value.BotAdminId,
            state.HelpCenter.Locales,
            state.HelpCenter.DefaultLocale)));

    private static NoContent Reset(WorkspaceStore store, FaultBoard faults, Subscription subscription, LiveEvents events)
    {
        store.Reset();
        faults.Reset();
        subscription.SetLive();
        events.Publish(new LiveEvent(LiveEvent.WorkspaceReset));
        return TypedResults.NoContent();
    }

    private static ServerSentEventsResult<LiveEvent> Listen(LiveEvents events, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(events.ListenAsync(cancellationToken));
}
