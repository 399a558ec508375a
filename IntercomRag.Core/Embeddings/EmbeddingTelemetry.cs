using System.Diagnostics.Metrics;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Embeddings;

/// <summary>Instruments of embedding.</summary>
public static class EmbeddingTelemetry
{
    /// <summary>Passages by <see cref="TelemetryNames.Attributes.EmbeddingOutcome"/>: embedded, refused.</summary>
    internal static readonly Counter<long> Passages = TurnTelemetry.Meter.CreateCounter<long>("intercomrag.knowledge.passages", "{passage}", "Passages sent to an embedding model");

    /// <summary>Rounds that ended early, by <see cref="TelemetryNames.Attributes.EmbeddingOutcome"/>.</summary>
    internal static readonly Counter<long> Failures = TurnTelemetry.Meter.CreateCounter<long>("intercomrag.knowledge.embed.failures", "{round}", "Rounds of embedding that ended early");
}
