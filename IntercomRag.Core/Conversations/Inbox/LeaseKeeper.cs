using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>
/// Renews a lease at a third of its duration, and tells when it is lost: when a renewal is refused, or when none has succeeded for as
/// long as the lease lasts. The time is counted from before each call, so that this side never believes longer than the inbox does.
/// </summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly IInbox _inbox;
    private readonly InboxLease _lease;
    private readonly TimeSpan _duration;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _released = new();
    private readonly Task _renewals;

    /// <param name="asked">Timestamp from before the lease was asked for.</param>
    public LeaseKeeper(IInbox inbox, InboxLease lease, TimeSpan duration, long asked, TimeProvider time, ILogger logger)
    {
        _inbox = inbox;
        _lease = lease;
        _duration = duration;
        _time = time;
        _logger = logger;
        _lost = new CancellationTokenSource(Remaining(asked), time);
        _renewals = RenewAsync();
    }

    /// <summary>Cancelled when the lease is somebody else's.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Lets the lease run out by itself from now on.</summary>
    public async Task StopRenewingAsync()
    {
        await _released.CancelAsync();
        await _renewals;
    }

    public async ValueTask DisposeAsync()
    {
        await StopRenewingAsync();
        _released.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync()
    {
        try
        {
            var pause = _duration / 3;
            while (!_lost.IsCancellationRequested)
            {
                await Task.Delay(pause, _time, _released.Token);
                pause = await TryRenewAsync() ? _duration / 3 : _duration / 10;
            }
        }
        catch (OperationCanceledException) when (_released.IsCancellationRequested)
        {
            // The turn is over.
        }
    }

    private async Task<bool> TryRenewAsync()
    {
        var asked = _time.GetTimestamp();
        try
        {
            if (await _inbox.RenewAsync(_lease, _released.Token))
            {
                _lost.CancelAfter(Remaining(asked));
            }
            else
            {
                await _lost.CancelAsync();
            }

            return true;
        }
        catch (Exception exception) when (!_released.IsCancellationRequested)
        {
            _logger.RenewalFailed(exception, _lease.Subject);
            return false;
        }
    }

    private TimeSpan Remaining(long asked)
    {
        var remaining = _duration - _time.GetElapsedTime(asked);
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }
}
