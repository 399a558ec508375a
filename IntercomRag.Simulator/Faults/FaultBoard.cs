using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Faults;

/// <summary>Holds the current fault settings and throws the dice.</summary>
public sealed class FaultBoard
{
    private readonly Lock _gate = new();
    private readonly FaultSettings _initial;
    private readonly TimeProvider _time;
    private FaultSettings _settings = new();
    private Random _dice = new();
    private long _setAt;
    private int _webhookFaults;
    private int _restFaults;

    public FaultBoard(IOptions<FaultSettings> initial, TimeProvider time)
    {
        _initial = initial.Value;
        _time = time;
        Set(_initial);
    }

    public FaultSettings Settings
    {
        get
        {
            lock (_gate)
            {
                return _settings;
            }
        }
    }

    public FaultState State
    {
        get
        {
            lock (_gate)
            {
                var active = _settings.Webhooks.Suspended
                    || (_settings.Webhooks.Any && IsLeft(_settings.Webhooks.MaxFaults, _webhookFaults))
                    || (_settings.Rest.Odds.Any(one => one.Probability > 0) && IsLeft(_settings.Rest.MaxFaults, _restFaults))
                    || _settings.Storm.IsActiveAfter(_time.GetElapsedTime(_setAt));
                return new FaultState(active, _webhookFaults, _restFaults);
            }
        }
    }

    /// <summary>Replaces all settings; dice, counts and storms start again.</summary>
    public void Set(FaultSettings settings)
    {
        lock (_gate)
        {
            _settings = settings;
            _dice = settings.Seed is { } seed ? new Random(seed) : new Random();
            _setAt = _time.GetTimestamp();
            _webhookFaults = 0;
            _restFaults = 0;
        }
    }

    /// <summary>Goes back to the settings of the start.</summary>
    public void Reset() => Set(_initial);

    /// <summary>Ends only the suspension of the subscription.</summary>
    public void EndSuspension()
    {
        lock (_gate)
        {
            _settings = _settings with { Webhooks = _settings.Webhooks with { Suspended = false } };
        }
    }

    public WebhookFate DecideWebhook()
    {
        lock (_gate)
        {
            var faults = _settings.Webhooks;
            if (!IsLeft(faults.MaxFaults, _webhookFaults))
            {
                return default;
            }

            var delays = Hits(faults.DelayProbability);
            var shuffles = Hits(faults.ShuffleProbability);
            var fate = new WebhookFate(
                Hits(faults.DropProbability),
                Hits(faults.DropFirstProbability),
                delays ? Between(faults.DelayMinMs, faults.DelayMaxMs) : shuffles ? Between(0, faults.ShuffleWindowMs) : TimeSpan.Zero,
                Hits(faults.DuplicateProbability),
                Between(0, faults.ShuffleWindowMs));
            if (fate.Drops || fate.DropsFirst || fate.Repeats || delays || shuffles)
            {
                _webhookFaults++;
            }

            return fate;
        }
    }

    /// <summary>The rest of the storm that this request falls into; null when there is none.</summary>
    public TimeSpan? StormLeft()
    {
        lock (_gate)
        {
            var left = _settings.Storm.LeftAfter(_time.GetElapsedTime(_setAt));
            if (left is not null)
            {
                _restFaults++;
            }

            return left;
        }
    }

    public RestFate DecideRest(string method, string path)
    {
        lock (_gate)
        {
            var faults = _settings.Rest;
            if (!IsLeft(faults.MaxFaults, _restFaults)
                || (faults.Method is { } only && !only.Equals(method, StringComparison.OrdinalIgnoreCase))
                || (faults.PathContains is { } part && !path.Contains(part, StringComparison.OrdinalIgnoreCase)))
            {
                return default;
            }

            var fault = faults.Odds.FirstOrDefault(one => Hits(one.Probability)).Fault;
            if (fault is not RestFault.None)
            {
                _restFaults++;
            }

            var wait = fault switch
            {
                RestFault.SlowBefore or RestFault.SlowAfter => Between(faults.SlowMinMs, faults.SlowMaxMs),
                RestFault.TimeoutBefore or RestFault.TimeoutAfter => TimeSpan.FromMilliseconds(faults.TimeoutMs),
                _ => TimeSpan.Zero,
            };
            return new RestFate(fault, wait, faults.ServerErrorStatus);
        }
    }

    private static bool IsLeft(int? most, int happened) => most is null || happened < most;

    private bool Hits(double probability) => probability > 0 && _dice.NextDouble() < probability;

    private TimeSpan Between(int fromMs, int toMs) => TimeSpan.FromMilliseconds(_dice.Next(fromMs, toMs + 1));
}
