using System.Text.Json.Serialization;

namespace IntercomRag.Simulator.Faults;

/// <summary>A time in which every REST request gets 429. It begins when the settings are set.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record StormFaults
{
    /// <summary>How long it lasts. Default 0: there is none.</summary>
    public int DurationMs { get; init; }

    /// <summary>From the beginning of one storm to that of the next. Default 0: there is only one.</summary>
    public int EveryMs { get; init; }

    /// <summary>What tells when it ends: <c>reset</c> (X-RateLimit-Reset, default), <c>retry_after</c>, <c>both</c> or <c>none</c>.</summary>
    public string Headers { get; init; } = StormHeaders.Reset;

    public string? Problem() =>
        FaultChecks.Milliseconds(nameof(DurationMs), 0, DurationMs)
        ?? FaultChecks.Milliseconds(nameof(EveryMs), 0, EveryMs)
        ?? FaultChecks.OneOf(nameof(Headers), Headers, StormHeaders.Reset, StormHeaders.RetryAfter, StormHeaders.Both, StormHeaders.None);

    /// <summary>The rest of the storm of that moment; null when none is under way.</summary>
    public TimeSpan? LeftAfter(TimeSpan sinceSet)
    {
        var into = EveryMs > 0 ? TimeSpan.FromTicks(sinceSet.Ticks % TimeSpan.FromMilliseconds(EveryMs).Ticks) : sinceSet;
        var left = TimeSpan.FromMilliseconds(DurationMs) - into;
        return left > TimeSpan.Zero ? left : null;
    }

    /// <summary>Whether one is under way or still to come.</summary>
    public bool IsActiveAfter(TimeSpan sinceSet) => DurationMs > 0 && (EveryMs > 0 || LeftAfter(sinceSet) is not null);
}
