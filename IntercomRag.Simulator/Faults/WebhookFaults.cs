using System.Text.Json.Serialization;

namespace IntercomRag.Simulator.Faults;

/// <summary>What goes wrong with webhooks. Probabilities are from 0 to 1 and count per notification.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record WebhookFaults
{
    /// <summary>A notification is sent a second time, with the same id, within <see cref="ShuffleWindowMs"/>.</summary>
    public double DuplicateProbability { get; init; }

    /// <summary>A notification is never sent: its delivery and its retry are lost.</summary>
    public double DropProbability { get; init; }

    /// <summary>The first delivery of a notification is lost; it arrives with the retry, a minute later.</summary>
    public double DropFirstProbability { get; init; }

    /// <summary>A notification is sent late, by <see cref="DelayMinMs"/> to <see cref="DelayMaxMs"/> milliseconds.</summary>
    public double DelayProbability { get; init; }

    public int DelayMinMs { get; init; }

    public int DelayMaxMs { get; init; }

    /// <summary>A notification is held back for up to <see cref="ShuffleWindowMs"/>, so that later ones overtake it.</summary>
    public double ShuffleProbability { get; init; }

    /// <summary>Default 500 ms.</summary>
    public int ShuffleWindowMs { get; init; } = 500;

    /// <summary>The subscription is suspended: no notification is sent until it is set live again. Default false.</summary>
    public bool Suspended { get; init; }

    /// <summary>Faults after which no further ones happen. Default none: they go on.</summary>
    public int? MaxFaults { get; init; }

    internal bool Any => DuplicateProbability > 0 || DropProbability > 0 || DropFirstProbability > 0 || DelayProbability > 0 || ShuffleProbability > 0;

    public string? Problem() =>
        FaultChecks.Probability(nameof(DuplicateProbability), DuplicateProbability)
        ?? FaultChecks.Probability(nameof(DropProbability), DropProbability)
        ?? FaultChecks.Probability(nameof(DropFirstProbability), DropFirstProbability)
        ?? FaultChecks.Probability(nameof(DelayProbability), DelayProbability)
        ?? FaultChecks.Probability(nameof(ShuffleProbability), ShuffleProbability)
        ?? FaultChecks.Milliseconds(nameof(DelayMinMs), DelayMinMs, DelayMaxMs)
        ?? FaultChecks.Milliseconds(nameof(ShuffleWindowMs), 0, ShuffleWindowMs);
}
