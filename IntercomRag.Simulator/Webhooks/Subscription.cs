using IntercomRag.Simulator.Faults;
using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Webhooks;

/// <summary>
/// The state of the webhook subscription, by Intercom's rules: 410 ends it, 429 delays everything for longer and longer, and more
/// than 1,000 errors in a row within 15 minutes drop everything for 15 minutes.
/// </summary>
public sealed class Subscription(IOptions<WebhookOptions> options, FaultBoard faults, TimeProvider time)
{
    private const int LongestThrottleMinutes = 120;
    private const int ErrorsBeforePause = 1000;
    private const int PauseMinutes = 15;

    private readonly Lock _gate = new();
    private TimeSpan _throttle;
    private DateTimeOffset _throttledUntil;
    private DateTimeOffset _pausedUntil;
    private DateTimeOffset _firstError;
    private int _errors;
    private bool _disabled;

    private bool Suspended => faults.Settings.Webhooks.Suspended;

    private TimeSpan Minute => options.Value.Minute;

    /// <summary>The longest that a notification is delayed before it is dropped.</summary>
    public TimeSpan LongestDelay => Minute * LongestThrottleMinutes;

    public string State
    {
        get
        {
            lock (_gate)
            {
                var now = time.GetUtcNow();
                return _disabled ? "disabled" : Suspended ? "suspended" : now < _pausedUntil ? "paused" : now < _throttledUntil ? "throttled" : "live";
            }
        }
    }

    /// <summary>How long to wait before the next delivery; null when deliveries are dropped.</summary>
    public TimeSpan? Wait()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_disabled || Suspended || now < _pausedUntil)
            {
                return null;
            }

            return now < _throttledUntil ? _throttledUntil - now : TimeSpan.Zero;
        }
    }

    public void Succeeded()
    {
        lock (_gate)
        {
            _errors = 0;
            _throttle = TimeSpan.Zero;
        }
    }

    public void Failed()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_errors == 0 || now - _firstError > Minute * PauseMinutes)
            {
                _errors = 0;
                _firstError = now;
            }

            if (++_errors > ErrorsBeforePause)
            {
                _errors = 0;
                _pausedUntil = now + (Minute * PauseMinutes);
            }
        }
    }

    public void Throttle()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now >= _throttledUntil)
            {
                _throttle = _throttle == TimeSpan.Zero ? Minute : TimeSpan.FromTicks(Math.Min((_throttle * 2).Ticks, LongestDelay.Ticks));
                _throttledUntil = now + _throttle;
            }
        }
    }

    public void Disable()
    {
        lock (_gate)
        {
            _disabled = true;
        }
    }

    /// <summary>What "Set live" does in the Developer Hub.</summary>
    public void SetLive()
    {
        faults.EndSuspension();
        lock (_gate)
        {
            _disabled = false;
            _errors = 0;
            _throttle = TimeSpan.Zero;
            _throttledUntil = default;
            _pausedUntil = default;
        }
    }
}
