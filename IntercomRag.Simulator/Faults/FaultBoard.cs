using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Faults;

/// <summary>Holds the current fault settings and throws the dice.</summary>
public sealed class FaultBoard
{
    private readonly Lock _gate = new();
    private readonly FaultSettings _initial;
    private FaultSettings _settings = new();
    private Random _dice = new();
    private int _webhookFaults;
    private int _restFaults;

    public FaultBoard(IOptions<FaultSettings> initial)
    {
        _initial = initial.Value;
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

    /// <summary>Replaces all settings; dice and counts start again.</summary>
    public void Set(FaultSettings settings)
    {
        lock (_gate)
        {
            _settings = settings;
            _dice = settings.Seed is { } seed ? new Random(seed) : new Random();
            _webhookFaults = 0;
            _restFaults = 0;
        }
    }

    /// <summary>Goes back to the settings of the start.</summary>
    public void Reset() => Set(_initial);

    public WebhookFate DecideWebhook()
    {
        lock (_gate)
        {
            var faults = _settings.Webhooks;
            if (faults.MaxFaults is { } most && _webhookFaults >= most)
            {
                return default;
            }

            var delays = Hits(faults.DelayProbability);
            var shuffles = Hits(faults.ShuffleProbability);
            var fate = new WebhookFate(
                Hits(faults.DropProbability),
                delays ? Between(faults.DelayMinMs, faults.DelayMaxMs) : shuffles ? Between(0, faults.ShuffleWindowMs) : TimeSpan.Zero,
                Hits(faults.DuplicateProbability),
                Between(0, faults.ShuffleWindowMs));
            if (fate.Drops || fate.Repeats || delays || shuffles)
            {
                _webhookFaults++;
            }

            return fate;
        }
    }

    public RestFate DecideRest(string method, string path)
    {
        lock (_gate)
        {
            var faults = _settings.Rest;
            if ((faults.MaxFaults is { } most && _restFaults >= most)
                || (faults.Method is { } only && !only.Equals(method, StringComparison.OrdinalIgnoreCase))
                || (faults.PathContains is { } part && !path.Contains(part, StringComparison.OrdinalIgnoreCase)))
            {
                return RestFate.Normal;
            }

            var fate = Hits(faults.TooManyRequestsProbability) ? RestFate.TooManyRequests
                : Hits(faults.ServerErrorProbability) ? RestFate.ServerError
                : Hits(faults.TimeoutBeforeProbability) ? RestFate.TimeoutBefore
                : Hits(faults.TimeoutAfterProbability) ? RestFate.TimeoutAfter
                : Hits(faults.SlowProbability) ? RestFate.Slow
                : RestFate.Normal;
            if (fate != RestFate.Normal)
            {
                _restFaults++;
            }

            return fate;
        }
    }

    /// <summary>How long a slow answer takes.</summary>
    public TimeSpan SlowTime()
    {
        lock (_gate)
        {
            return Between(_settings.Rest.SlowMinMs, _settings.Rest.SlowMaxMs);
        }
    }

    private bool Hits(double probability) => probability > 0 && _dice.NextDouble() < probability;

    private TimeSpan Between(int fromMs, int toMs) => TimeSpan.FromMilliseconds(_dice.Next(fromMs, toMs + 1));
}
