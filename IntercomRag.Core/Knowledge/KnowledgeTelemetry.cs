using System.Diagnostics.Metrics;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Knowledge;

/// <summary>Names of the spans and instruments of the knowledge sync.</summary>
public static class KnowledgeTelemetry
{
    public const string FullSyncSpan = "knowledge.sync.full";
    public const string ReconcileSpan = "knowledge.sync.reconcile";
    public const string ArticleSpan = "knowledge.sync.article";

    public const string ArticleIdAttribute = "intercomrag.article.id";
    public const string OutcomeAttribute = "intercomrag.sync.outcome";
    public const string SyncedAttribute = "intercomrag.sync.synced";
    public const string UnchangedAttribute = "intercomrag.sync.unchanged";
    public const string RemovedAttribute = "intercomrag.sync.removed";
    public const string SkippedAttribute = "intercomrag.sync.skipped";
    public const string ErrorsAttribute = "intercomrag.sync.errors";
    public const string CompleteAttribute = "intercomrag.sync.complete";

    public const string KindAttribute = "intercomrag.sync.kind";

    /// <summary>Articles in one language, by <see cref="OutcomeAttribute"/>: synced, unchanged, removed, skipped, error.</summary>
    internal static readonly Counter<long> Articles = TurnTelemetry.Meter.CreateCounter<long>("intercomrag.knowledge.articles", "{article}", "Articles that a sync has dealt with");

    /// <summary>Duration of full syncs and reconciles.</summary>
    internal static readonly Histogram<double> Duration = TurnTelemetry.Meter.CreateHistogram<double>("intercomrag.knowledge.sync.duration", "s", "Duration of a sync");
}
