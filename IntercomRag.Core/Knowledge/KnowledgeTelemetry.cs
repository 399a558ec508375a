using System.Diagnostics.Metrics;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Knowledge;

/// <summary>Instruments of the knowledge sync.</summary>
public static class KnowledgeTelemetry
{
    /// <summary>Articles in one language, by <see cref="TelemetryNames.Attributes.SyncOutcome"/>: synced, unchanged, removed, skipped, error.</summary>
    internal static readonly Counter<long> Articles = TurnTelemetry.Meter.CreateCounter<long>("intercomrag.knowledge.articles", "{article}", "Articles that a sync has dealt with");

    /// <summary>Duration of full syncs and reconciles.</summary>
    internal static readonly Histogram<double> Duration = TurnTelemetry.Meter.CreateHistogram<double>("intercomrag.knowledge.sync.duration", "s", "Duration of a sync");
}
