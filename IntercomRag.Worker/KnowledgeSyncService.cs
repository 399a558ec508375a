using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Sync;
using Microsoft.Extensions.Options;

namespace IntercomRag.Worker;

/// <summary>
/// Keeps the index up to date: a full sync at the first start and then weekly, a look at the newest edits every few minutes in between.
/// Of several workers one does this; another takes over when it ends. No failure ends the process: the source may be away for hours.
/// </summary>
public sealed partial class KnowledgeSyncService(
    KnowledgeSync sync,
    ISyncStore store,
    IOptions<KnowledgeOptions> options,
    TimeProvider time,
    ILogger<KnowledgeSyncService> logger) : BackgroundService
{
    private readonly KnowledgeOptions _options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var standingBy = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var lead = await store.TryLeadAsync(stoppingToken);
                if (lead is not null)
                {
                    await LeadAsync(stoppingToken);
                }
                else if (!standingBy)
                {
                    standingBy = true;
                    LogStandingBy();
                }

                await Task.Delay(_options.StandbyInterval, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogCannotLead(e, _options.StandbyInterval.TotalSeconds);
                await Task.Delay(_options.StandbyInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task LeadAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                await store.PrepareAsync(stoppingToken);
                failures = await SyncAsync(stoppingToken) ? 0 : failures + 1;
                if (failures == 0)
                {
                    await WatchAsync(stoppingToken);
                    continue;
                }
            }
            catch (HelpCenterException e)
            {
                failures++;
                LogSourceAway(e.Message, SyncSchedule.DelayAfter(failures, _options).TotalSeconds);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                failures++;
                LogFailed(e, SyncSchedule.DelayAfter(failures, _options).TotalSeconds);
            }

            await Task.Delay(SyncSchedule.DelayAfter(failures, _options), time, stoppingToken);
        }
    }

    /// <summary>Waits until the next look at the newest edits, or until the index has to be filled again: it was damaged, or is gone.</summary>
    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var left = _options.ReconcileInterval - time.GetElapsedTime(began);
            if (left <= _options.CheckInterval)
            {
                await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, stoppingToken);
                return;
            }

            await Task.Delay(_options.CheckInterval, time, stoppingToken);
            await store.PrepareAsync(stoppingToken);
            if (SyncSchedule.IsFullSyncDue(await store.ReadStateAsync(stoppingToken), _options, time.GetUtcNow()))
            {
                return;
            }
        }
    }

    private async Task<bool> SyncAsync(CancellationToken stoppingToken)
    {
        var state = await store.ReadStateAsync(stoppingToken);
        var report = SyncSchedule.IsFullSyncDue(state, _options, time.GetUtcNow())
            ? await sync.RunFullAsync(stoppingToken)
            : await sync.ReconcileAsync(stoppingToken);
        return report.Complete;
    }

    [LoggerMessage(1, LogLevel.Information, "Another worker keeps the knowledge index up to date; standing by")]
    private partial void LogStandingBy();

    [LoggerMessage(2, LogLevel.Warning, "The articles cannot be read: {Reason} Next try in {Seconds:F0} s")]
    private partial void LogSourceAway(string reason, double seconds);

    [LoggerMessage(3, LogLevel.Error, "The knowledge sync failed; next try in {Seconds:F0} s")]
    private partial void LogFailed(Exception exception, double seconds);

    [LoggerMessage(4, LogLevel.Error, "The lock of the knowledge index cannot be taken; next try in {Seconds:F0} s")]
    private partial void LogCannotLead(Exception exception, double seconds);
}
