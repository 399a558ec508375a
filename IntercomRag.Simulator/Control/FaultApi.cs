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
        api.MapGet("/webhooks", Deliveries).WithSummary("Recent webhook deliveries, newest first");
        api.MapPost("/webhooks/live", SetLive).WithSummary("Sets a disabled, throttled or paused subscription live again");
    }

    private static Ok<FaultSettings> Get(FaultBoard faults) => TypedResults.Ok(faults.Settings);

    private static Ok<FaultSettings> Put(FaultSettings settings, FaultBoard faults)
    {
        if (settings.Problem() is { } problem)
        {
            throw WorkspaceException.Invalid("faults", problem);
        }

        faults.Set(settings);
        return TypedResults.Ok(settings);
    }

    private static Ok<WebhooksView> Deliveries(Subscription subscription, WebhookQueue queue, DeliveryLog log) =>
        TypedResults.Ok(new WebhooksView(subscription.State, queue.Waiting, log.Recent()));

    private static NoContent SetLive(Subscription subscription)
    {
        subscription.SetLive();
        return TypedResults.NoContent();
    }
}
