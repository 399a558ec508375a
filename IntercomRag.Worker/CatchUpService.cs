using IntercomRag.Core.CatchUp;
using Microsoft.Extensions.Options;

namespace IntercomRag.Worker;

/// <summary>Runs a round of the catch-up at start and then on its interval. No failure ends the process: the next round begins where the last one ended.</summary>
public sealed partial class CatchUpService(
    CatchUpRound round, CatchUpStatus status, IOptions<CatchUpOptions> options, TimeProvider time, ILogger<CatchUpService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await RunAsync(stoppingToken);
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            var (report, next) = await round.RunAsync(stoppingToken);
            status.Set(report);
            Log(report, next);
            return next;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception exception)
        {
            status.SetBroken(exception);
            LogBroken(exception, options.Value.Interval.TotalSeconds);
            return options.Value.Interval;
        }
    }

    private void Log(CatchUpReport? report, TimeSpan next)
    {
        switch (report)
        {
            case { Problem: { } problem }:
                LogEndedEarly(report.Enqueued, report.Known, report.Unfinished, problem, next.TotalSeconds);
                break;
            case { Found: > 0 } or { Unfinished: > 0 }:
                LogRound(report.Found, report.Known, report.Enqueued, report.Unfinished, report.IsComplete);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Catch-up: {Found} customers have the last word, {Known} known, {Enqueued} put into the inbox, {Unfinished} unfinished turns; complete: {Complete}")]
    private partial void LogRound(int found, int known, int enqueued, int unfinished, bool complete);

    [LoggerMessage(2, LogLevel.Warning, "Catch-up ended early after {Enqueued} put into the inbox, {Known} known, {Unfinished} unfinished turns: {Problem} Next round in {Seconds:F0} s")]
    private partial void LogEndedEarly(int enqueued, int known, int unfinished, string problem, double seconds);

    [LoggerMessage(3, LogLevel.Error, "Catch-up broke; next round in {Seconds:F0} s")]
    private partial void LogBroken(Exception exception, double seconds);
}
