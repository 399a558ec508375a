namespace IntercomRag.Simulator.Faults;

/// <summary>What goes wrong with webhooks. Probabilities are from 0 to 1 and count per notification.</summary>
public sealed record WebhookFaults
{
    /// <summary>A notification is sent a second time, with the same id, within <see cref="ShuffleWindowMs"/>.</summary>
    public double DuplicateProbability { get; init; }

    /// <summary>A notification is never sent.</summary>
    public double DropProbability { get; init; }

    /// <summary>A notification is sent late, by <see cref="DelayMinMs"/> to <see cref="DelayMaxMs"/> milliseconds.</summary>
    public double DelayProbability { get; init; }

    public int DelayMinMs { get; init; }

    public int DelayMaxMs { get; init; }

    /// <summary>A notification is held back for up to <see cref="ShuffleWindowMs"/>, so that later ones overtake it.</summary>
    public double ShuffleProbability { get; init; }

    /// <summary>Default 500 ms.</summary>
    public int ShuffleWindowMs { get; init; } = 500;

    /// <summary>Faults after which no further ones happen. Default none: they go on.</summary>
    public int? MaxFaults { get; init; }

    public string? Problem() =>
        FaultChecks.Probability(nameof(DuplicateProbability), DuplicateProbability)
        ?? FaultChecks.Probability(nameof(DropProbability), DropProbability)
        ?? FaultChecks.Probability(nameof(DelayProbability), DelayProbability)
        ?? FaultChecks.Probability(nameof(ShuffleProbability), ShuffleProbability)
        ?? FaultChecks.Milliseconds(nameof(DelayMinMs), DelayMinMs, DelayMaxMs)
        ?? FaultChecks.Milliseconds(nameof(ShuffleWindowMs), 0, ShuffleWindowMs);
}
