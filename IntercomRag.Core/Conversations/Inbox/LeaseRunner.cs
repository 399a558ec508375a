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
    private const string ShutdownReason = "shutdown";

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(2);

    /// <param name="asked">Timestamp from before the lease was asked for.</param>
    /// <param name="giveBack">Cancelled when the process stops and cannot wait for the handler any longer.</param>
    public async Task RunAsync(InboxLease lease, long asked, CancellationToken giveBack)
    {
        using var measured = telemetry.Begin(inboxName, lease, time);
        using var scope = logger.BeginLease(inboxName, lease.Subject);
        await using var keeper = new LeaseKeeper(inbox, lease, leaseDuration, asked, time, logger);

        var failure = await HandleAsync(lease, keeper.Lost, giveBack);
        await keeper.StopRenewingAsync();
        measured.Outcome = await SettleAsync(lease, failure, keeper.Lost, giveBack);
        measured.Failure = failure;
    }

    private async Task<Exception?> HandleAsync(InboxLease lease, CancellationToken lost, CancellationToken giveBack)
    {
        using var turn = CancellationTokenSource.CreateLinkedTokenSource(lost, giveBack);
        try
        {
            await handler.HandleAsync(lease, turn.Token);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private async Task<LeaseOutcome> SettleAsync(InboxLease lease, Exception? failure, CancellationToken lost, CancellationToken giveBack)
    {
        try
        {
            return failure switch
            {
                _ when lost.IsCancellationRequested => Lost(lease),
                null => await CompleteAsync(lease, lost),
                OperationCanceledException when giveBack.IsCancellationRequested => await RetryAsync(lease, ShutdownReason, null, lost),
                _ => await RetryAsync(lease, FailureReason.Of(failure), failure, lost),
            };
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            return Lost(lease);
        }
    }

    private async Task<LeaseOutcome> CompleteAsync(InboxLease lease, CancellationToken lost) =>
        await PersistAsync(() => inbox.CompleteAsync(lease, lost), lease, lost) ? LeaseOutcome.Completed : Lost(lease);

    private async Task<LeaseOutcome> RetryAsync(InboxLease lease, string reason, Exception? failure, CancellationToken lost)
    {
        switch (await PersistAsync(() => inbox.RetryAsync(lease, reason, lost), lease, lost))
        {
            case RetryResult.Scheduled:
                logger.WillRetry(failure, inboxName, lease.Subject, lease.Attempt, reason);
                return reason == ShutdownReason ? LeaseOutcome.GivenBack : LeaseOutcome.Retried;
            case RetryResult.DeadLettered:
                logger.DeadLettered(failure, inboxName, lease.Subject, lease.Attempt, reason);
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
