using System.Diagnostics.Metrics;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.CatchUp;

/// <summary>Names of the span and the instruments of the catch-up.</summary>
public static class CatchUpTelemetry
{
    public const string RoundSpan = "catch_up.round";

    public const string OutcomeAttribute = "intercomrag.catch_up.outcome";
    public const string KnownAttribute = "intercomrag.catch_up.known";
    public const string EnqueuedAttribute = "intercomrag.catch_up.enqueued";
    public const string UnfinishedAttribute = "intercomrag.catch_up.unfinished";

    /// <summary>Conversations by <see cref="OutcomeAttribute"/>: known, enqueued, unfinished.</summary>
    internal static readonly Counter<long> Conversations = TurnTelemetry.Meter.CreateCounter<long>(
        "intercomrag.catch_up.conversations", "{conversation}", "Conversations that a round has found");

    /// <summary>Rounds by <see cref="OutcomeAttribute"/>: complete, more (the rest follows in the next), failed.</summary>
    internal static readonly Counter<long> Rounds = TurnTelemetry.Meter.CreateCounter<long>(
        "intercomrag.catch_up.rounds", "{round}", "Rounds of the catch-up");
}
