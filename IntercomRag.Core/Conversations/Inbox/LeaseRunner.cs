using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Has one lease handled and tells the inbox how that ended.</summary>
internal sealed class LeaseRunner(
    string inboxName,
    IInbox inbox,
    ILeaseHandler handler,
    TimeSpan leaseDuration,
    InboxTelemetry telemetry,
    TimeProvider time,
    ILogger logger)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(2);

    /// <param name="asked">Timestamp from before the lease was asked for.</param>
    /// <param name="giveBack">Cancelled when the process stops and cannot wait for the handler any longer.</param>
    public async Task RunAsync(InboxLease lease, long asked, CancellationToken giveBack)
    {
        using var measured = telemetry.Begin(inboxName, lease, time);
        using var scope = logger.BeginLease(inboxName, lease.Subject);
        await using var keeper = new LeaseKeeper(inbox, lease, leaseDuration, asked, time, logger);

        var (result, failure) = await HandleAsync(lease, keeper.Lost, giveBack);
        await keeper.StopRenewingAsync();
        measured.Failure = failure;
        try
        {
            measured.Outcome = failure switch
            {
                _ when keeper.Lost.IsCancellationRequested => Lost(lease),
                null when result.Delay is { } delay => await DeferAsync(lease, delay, LeaseOutcome.Deferred, keeper.Lost),
                null => await CompleteAsync(lease, keeper.Lost),
                OperationCanceledException when giveBack.IsCancellationRequested =>
                    await DeferAsync(lease, TimeSpan.Zero, LeaseOutcome.GivenBack, keeper.Lost),
                _ => await RetryAsync(lease, failure, measured.TraceId, keeper.Lost),
            };
        }
        catch (OperationCanceledException) when (keeper.Lost.IsCancellationRequested)
        {
            measured.Outcome = Lost(lease);
        }
    }

    private async Task<(LeaseResult Result, Exception? Failure)> HandleAsync(InboxLease lease, CancellationToken lost, CancellationToken giveBack)
    {
        using var turn = CancellationTokenSource.CreateLinkedTokenSource(lost, giveBack);
        try
        {
            return (await handler.HandleAsync(lease, turn.Token), null);
        }
        catch (Exception exception)
        {
            return (default, exception);
        }
    }

    private async Task<LeaseOutcome> CompleteAsync(InboxLease lease, CancellationToken lost) =>
        await PersistAsync(() => inbox.CompleteAsync(lease, lost), lease, lost) ? LeaseOutcome.Completed : Lost(lease);

    private async Task<LeaseOutcome> DeferAsync(InboxLease lease, TimeSpan delay, LeaseOutcome deferred, CancellationToken lost) =>
        await PersistAsync(() => inbox.DeferAsync(lease, delay, lost), lease, lost) ? deferred : Lost(lease);

    private async Task<LeaseOutcome> RetryAsync(InboxLease lease, Exception exception, string? traceId, CancellationToken lost)
    {
        var failure = new LeaseFailure(FailureReason.Of(exception), TransientFailure.Is(exception), traceId);
        switch (await PersistAsync(() => inbox.RetryAsync(lease, failure, lost), lease, lost))
        {
            case RetryResult.Scheduled when failure.IsTransient:
                logger.WillRetryTransient(inboxName, lease.Subject, lease.Failures + 1, failure.Reason);
                return LeaseOutcome.Retried;
            case RetryResult.Scheduled:
                logger.WillRetry(exception, inboxName, lease.Subject, lease.Attempt, failure.Reason);
                return LeaseOutcome.Retried;
            case RetryResult.DeadLettered:
                logger.DeadLettered(exception, inboxName, lease.Subject, lease.Attempt, failure.Reason);
                return LeaseOutcome.DeadLettered;
            default:
                return Lost(lease);
        }
    }

    /// <summary>
    /// Repeats through an outage for as long as the lease lasts: work that is done but not recorded would be done again.
    /// </summary>
    private async Task<T> PersistAsync<T>(Func<Task<T>> tell, InboxLease lease, CancellationToken lost)
    {
        for (var pause = s_firstPause; ; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
        {
            try
            {
                return await tell().WaitAsync(lost);
            }
            catch (Exception exception) when (!lost.IsCancellationRequested)
            {
                logger.SettlingFailed(exception, lease.Subject);
            }

            await Task.Delay(pause, time, lost);
        }
    }

    private LeaseOutcome Lost(InboxLease lease)
    {
        logger.LeaseLost(inboxName, lease.Subject, lease.Attempt);
        return LeaseOutcome.Lost;
    }
}
