namespace IntercomRag.Simulator.Faults;

/// <summary>What goes wrong with REST. Probabilities are from 0 to 1 and count per request; the first that hits decides.</summary>
public sealed record RestFaults
{
    /// <summary>429 with a reset time, without the effect.</summary>
    public double TooManyRequestsProbability { get; init; }

    /// <summary>500 or 503, without the effect.</summary>
    public double ServerErrorProbability { get; init; }

    /// <summary>No answer for <see cref="TimeoutMs"/>, then a broken connection, without the effect.</summary>
    public double TimeoutBeforeProbability { get; init; }

    /// <summary>The same after the effect: the reply was posted, and the caller cannot know.</summary>
    public double TimeoutAfterProbability { get; init; }

    /// <summary>The answer comes late, by <see cref="SlowMinMs"/> to <see cref="SlowMaxMs"/> milliseconds.</summary>
    public double SlowProbability { get; init; }

    public int SlowMinMs { get; init; }

    public int SlowMaxMs { get; init; }

    /// <summary>Default 60,000 ms: longer than a client should wait.</summary>
    public int TimeoutMs { get; init; } = 60_000;

    /// <summary>Only requests whose path contains this, such as <c>/reply</c>. Default all.</summary>
    public string? PathContains { get; init; }

    /// <summary>Only requests of this method. Default all.</summary>
    public string? Method { get; init; }

    /// <summary>Faults after which no further ones happen. Default none: they go on.</summary>
    public int? MaxFaults { get; init; }

    public string? Problem() =>
        FaultChecks.Probability(nameof(TooManyRequestsProbability), TooManyRequestsProbability)
        ?? FaultChecks.Probability(nameof(ServerErrorProbability), ServerErrorProbability)
        ?? FaultChecks.Probability(nameof(TimeoutBeforeProbability), TimeoutBeforeProbability)
        ?? FaultChecks.Probability(nameof(TimeoutAfterProbability), TimeoutAfterProbability)
        ?? FaultChecks.Probability(nameof(SlowProbability), SlowProbability)
        ?? FaultChecks.Milliseconds(nameof(SlowMinMs), SlowMinMs, SlowMaxMs)
        ?? FaultChecks.Milliseconds(nameof(TimeoutMs), 0, TimeoutMs);
}
