using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Rest;

/// <summary>Counts REST calls per window of fixed length, as Intercom does with its 10 seconds.</summary>
public sealed class RateLimiter(IOptions<SimulatorOptions> options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _window;
    private int _used;

    /// <summary>Takes one call. A remainder below zero means that the call is over the limit.</summary>
    public (int Limit, int Remaining, DateTimeOffset Reset) Take()
    {
        var length = options.Value.RateLimitWindow;
        lock (_gate)
        {
            var window = time.GetUtcNow().UtcTicks / length.Ticks;
            if (window != _window)
            {
                _window = window;
                _used = 0;
            }

            _used++;
            var reset = new DateTimeOffset((window + 1) * length.Ticks, TimeSpan.Zero);
            return (options.Value.RateLimit, options.Value.RateLimit - _used, reset);
        }
    }
}
