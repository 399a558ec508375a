using System.Diagnostics.Metrics;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.CatchUp;

/// <summary>Instruments of the catch-up.</summary>
public static class CatchUpTelemetry
{
    /// <summary>Conversations by <see cref="TelemetryNames.Attributes.CatchUpOutcome"/>: known, enqueued, unfinished.</summary>
    internal static readonly Counter<long> Conversations = TurnTelemetry.Meter.CreateCounter<long>(
        "intercomrag.catch_up.conversations", "{conversation}", "Conversations that a round has found");

    /// <summary>Rounds by <see cref="TelemetryNames.Attributes.CatchUpOutcome"/>: complete, more (the rest follows in the next), failed.</summary>
    internal static readonly Counter<long> Rounds = TurnTelemetry.Meter.CreateCounter<long>(
        "intercomrag.catch_up.rounds", "{round}", "Rounds of the catch-up");
}
