using IntercomRag.Simulator.Faults;
using IntercomRag.Simulator.Workspace;
using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Webhooks;

/// <summary>
/// Delivers the queue by Intercom's rules: 5 seconds to answer, one retry after a minute with the same id, no promise of order.
/// </summary>
public sealed partial class WebhookDispatcher(
    WebhookQueue queue,
    WebhookTarget target,
    Subscription subscription,
    DeliveryLog log,
    NotificationFactory factory,
    WorkspaceStore store,
    FaultBoard faults,
    IOptions<SimulatorOptions> simulator,
    IOptions<WebhookOptions> options,
    TimeProvider time,
    ILogger<WebhookDispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan FirstRegistrationPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestRegistrationPause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (simulator.Value.WebhookTarget is null)
        {
            NoTarget();
            return;
        }

        await RegisterAsync(stoppingToken);
        await Task.WhenAll(queue.Lanes.Select(lane => DeliverLaneAsync(lane, stoppingToken)));
    }

    /// <summary>
    /// Saves the URL: HEAD until it succeeds, for the receiver may start after the workspace, then a ping. What happens meanwhile
    /// waits in the queue.
    /// </summary>
    private async Task RegisterAsync(CancellationToken stoppingToken)
    {
        var pause = FirstRegistrationPause;
        while (!await target.CheckAsync(stoppingToken))
        {
            await Task.Delay(pause, time, stoppingToken);
            pause = pause * 2 < LongestRegistrationPause ? pause * 2 : LongestRegistrationPause;
        }

        Registered(simulator.Value.WebhookTarget!);
        var ping = store.Read(factory.Ping);
        var (status, ms, error) = await target.PostAsync(ping, stoppingToken);
        log.Add(ping, status is >= 200 and < 300 ? DeliveryOutcome.Delivered : DeliveryOutcome.Failed, status, ms, error);
    }

    private async Task DeliverLaneAsync(System.Threading.Channels.ChannelReader<Notification> lane, CancellationToken stoppingToken)
    {
        await foreach (var notification in lane.ReadAllAsync(stoppingToken))
        {
            var fate = faults.DecideWebhook();
            if (fate.Repeats && queue.TryReserve())
            {
                DeliverLater(notification, fate.RepeatDelay, stoppingToken);
            }

            if (fate.Drops)
            {
                Drop(notification, "fault");
            }
            else if (fate.DropsFirst)
            {
                log.Add(notification, DeliveryOutcome.Retrying, error: "fault");
                DeliverLater(notification with { Attempt = 2 }, options.Value.Minute, stoppingToken);
            }
            else if (fate.Delay > TimeSpan.Zero)
            {
                DeliverLater(notification, fate.Delay, stoppingToken);
            }
            else
            {
                await DeliverAsync(notification, stoppingToken);
            }
        }
    }

    /// <summary>Sends outside of the lane, so that what comes after may overtake. The place in the queue stays taken.</summary>
    private void DeliverLater(Notification notification, TimeSpan delay, CancellationToken stoppingToken) =>
        _ = WaitAndDeliverAsync(notification, delay, stoppingToken);

    private async Task WaitAndDeliverAsync(Notification notification, TimeSpan delay, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(delay, time, stoppingToken);
            await DeliverAsync(notification, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was delayed ends with the process, as the workspace does.
        }
    }

    private async Task DeliverAsync(Notification notification, CancellationToken stoppingToken)
    {
        while (subscription.Wait() is { } wait)
        {
            if (wait > TimeSpan.Zero)
            {
                if (time.GetUtcNow() + wait - notification.CreatedAt > subscription.LongestDelay)
                {
                    Drop(notification, "delayed for too long");
                    return;
                }

                await Task.Delay(wait, time, stoppingToken);
                continue;
            }

            var (status, ms, error) = await target.PostAsync(notification, stoppingToken);
            if (status is not StatusCodes.Status429TooManyRequests)
            {
                Settle(notification, status, ms, error, stoppingToken);
                return;
            }

            subscription.Throttle();
            log.Add(notification, DeliveryOutcome.Throttled, status, ms);
        }

        Drop(notification, $"subscription {subscription.State}");
    }

    private void Settle(Notification notification, int? status, double ms, string? error, CancellationToken stoppingToken)
    {
        if (status is >= 200 and < 300)
        {
            subscription.Succeeded();
            queue.Release();
            log.Add(notification, DeliveryOutcome.Delivered, status, ms);
            return;
        }

        subscription.Failed();
        if (status is StatusCodes.Status410Gone)
        {
            subscription.Disable();
            SubscriptionDisabled();
        }
        else if (notification.Attempt == 1)
        {
            log.Add(notification, DeliveryOutcome.Retrying, status, ms, error);
            DeliverLater(notification with { Attempt = 2 }, options.Value.Minute, stoppingToken);
            return;
        }

        queue.Release();
        log.Add(notification, DeliveryOutcome.Failed, status, ms, error);
    }

    private void Drop(Notification notification, string reason)
    {
        queue.Release();
        log.Add(notification, DeliveryOutcome.Dropped, error: reason);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "No Simulator:WebhookTarget is set: no webhooks are sent")]
    private partial void NoTarget();

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhooks go to {Target}")]
    private partial void Registered(Uri target);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The receiver answered 410: the webhook subscription is disabled, as in Intercom")]
    private partial void SubscriptionDisabled();
}
