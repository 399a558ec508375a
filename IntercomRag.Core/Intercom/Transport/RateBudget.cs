using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>
/// Intercom's rate limit as one process may use it: a number of calls in each window of ten seconds, of which sync calls leave a reserve
/// to replies. It follows what the answers say (<c>X-RateLimit-*</c>), so other processes with the same token are taken into account.
/// </summary>
public sealed class RateBudget(IOptions<RateBudgetOptions> options, TimeProvider time)
{
    /// <summary>Intercom counts calls in windows of ten seconds, whatever the limit per minute.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    // Longer than any window of Intercom: a header that says more is wrong.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly RateBudgetOptions _options = options.Value;
    private readonly long _started = time.GetTimestamp();
    private readonly Lock _gate = new();

    private int _limit = options.Value.CallsPerWindow;
    private int _left;
    private int _waitingReplies;

    // Moments are times since _started, so that a clock that is set does not prolong a window.
    private TimeSpan _windowEnd;
    private TimeSpan _pausedUntil;

    private TimeSpan Now => time.GetElapsedTime(_started);

    private int Capacity => Math.Max(1, (int)(_limit * _options.Share));

    /// <summary>Returns when a call may be sent; waits for the next window, or for the end of a pause, when none is left.</summary>
    public Task TakeAsync(CallPriority priority, CancellationToken cancellationToken) =>
        TryTakeAsync(priority, TimeSpan.MaxValue, cancellationToken);

    /// <summary>Takes a call, waiting for it no longer than <paramref name="longestWait"/>.</summary>
    /// <returns>Null: the call may be sent. Otherwise none was taken, and this is how long to wait for the next chance.</returns>
    public async Task<TimeSpan?> TryTakeAsync(CallPriority priority, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TryTake(priority, out var wait))
        {
            return null;
        }

        var began = Now;
        var isReply = priority == CallPriority.Reply;
        CountWaitingReplies(isReply ? 1 : 0);
        try
        {
            do
            {
                if (wait > longestWait - (Now - began))
                {
                    return wait;
                }

                // Whole milliseconds, upwards: a delay drops the rest, and would come back too early again and again.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken);
            }
            while (!TryTake(priority, out wait));
            return null;
        }
        finally
        {
            CountWaitingReplies(isReply ? -1 : 0);
        }
    }

    /// <summary>Takes over what an answer said about the current window.</summary>
    /// <param name="limit">Calls in a window, or null when the answer did not say.</param>
    /// <param name="remaining">Calls left in the current window, over all processes.</param>
    /// <param name="resetIn">Time until Intercom counts anew. Not positive: the answer speaks of a window that is over.</param>
    public void Learn(int? limit, int? remaining, TimeSpan? resetIn)
    {
        lock (_gate)
        {
            if (limit > 0)
            {
                _limit = Math.Min(_options.CallsPerWindow, limit.Value);
            }

            if (resetIn is not { } reset || reset <= TimeSpan.Zero)
            {
                return;
            }

            var serverEnd = Now + Shorter(reset, LongestWait);
            if (remaining < _left)
            {
                _left = Math.Max(0, remaining.Value);
                _windowEnd = serverEnd;
            }
            else
            {
                _windowEnd = Shorter(_windowEnd, serverEnd);
            }
        }
    }

    /// <summary>Nobody calls for this long, after Intercom refused a call because of the limit.</summary>
    /// <returns>How long it is until somebody may call again.</returns>
    public TimeSpan Pause(TimeSpan duration)
    {
        lock (_gate)
        {
            var now = Now;
            var until = now + Shorter(duration, LongestWait);
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
            return _pausedUntil - now;
        }
    }

    private bool TryTake(CallPriority priority, out TimeSpan wait)
    {
        lock (_gate)
        {
            var now = Now;
            if (now < _pausedUntil)
            {
                wait = _pausedUntil - now;
                return false;
            }

            if (now >= _windowEnd)
            {
                _windowEnd = now + Window;
                _left = Capacity;
            }

            wait = _windowEnd - now;
            var kept = priority == CallPriority.Reply ? 0 : Math.Max((int)(Capacity * _options.ReplyReserve), _waitingReplies);
            if (_left <= kept)
            {
                return false;
            }

            _left--;
            return true;
        }
    }

    private void CountWaitingReplies(int change)
    {
        lock (_gate)
        {
            _waitingReplies += change;
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
