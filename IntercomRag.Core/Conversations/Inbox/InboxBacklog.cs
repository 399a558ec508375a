using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Measures the backlog of one inbox now and then, for the metrics.</summary>
internal sealed class InboxBacklog(
    string name,
    IInbox inbox,
    IOptions<InboxProcessorOptions> options,
    InboxTelemetry telemetry,
    TimeProvider time,
    ILogger<InboxBacklog> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                telemetry.SetBacklog(name, await TryMeasureAsync(stoppingToken));
                await Task.Delay(options.Value.BacklogInterval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    /// <summary>The outage itself is reported by the processor; here a missing value says it.</summary>
    private async Task<InboxDepth?> TryMeasureAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await inbox.MeasureAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            logger.BacklogUnknown(exception, name);
            return null;
        }
    }
}
