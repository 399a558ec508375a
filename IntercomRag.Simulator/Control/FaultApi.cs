using IntercomRag.Simulator.Faults;
using IntercomRag.Simulator.Webhooks;
using IntercomRag.Simulator.Workspace;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.Simulator.Control;

/// <summary>What goes wrong on purpose, and what became of the webhooks.</summary>
internal static class FaultApi
{
    public static void MapFaults(this IEndpointRouteBuilder api)
    {
        api.MapGet("/faults", Get).WithSummary("The faults in force");
        api.MapPut("/faults", Put).WithSummary("Replaces all fault settings; what is absent is off");
        api.MapGet("/faults/state", (FaultBoard faults) => TypedResults.Ok(faults.State)).WithSummary("Whether faults can still happen, and how many did");
        api.MapGet("/webhooks", Deliveries).WithSummary("Recent webhook deliveries, newest first");
        api.MapPost("/webhooks/live", SetLive).WithSummary("Sets a disabled, suspended, throttled or paused subscription live again");
    }

    private static Ok<FaultSettings> Get(FaultBoard faults) => TypedResults.Ok(faults.Settings);

    private static Ok<FaultSettings> Put(FaultSettings settings, FaultBoard faults, LiveEvents events)
    {
        if (settings.Problem() is { } problem)
        {
            throw WorkspaceException.Invalid("faults", problem);
        }

        faults.Set(settings);
        events.Publish(new LiveEvent(LiveEvent.FaultsChanged));
        return TypedResults.Ok(settings);
    }

    private static Ok<WebhooksView> Deliveries(Subscription subscription, WebhookQueue queue, DeliveryLog log) =>
        TypedResults.Ok(new WebhooksView(subscription.State, queue.Waiting, log.Recent()));

    private static NoContent SetLive(Subscription subscription, LiveEvents events)
    {
        subscription.SetLive();
        events.Publish(new LiveEvent(LiveEvent.FaultsChanged));
        return TypedResults.NoContent();
    }
}
