using System.Diagnostics;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Knowledge.Sync;

/// <summary>Counts what a running sync does.</summary>
internal sealed class SyncTally(SyncKind kind, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly Dictionary<SkipReason, int> _skipped = [];
    private readonly List<SyncError> _errors = [];

    public int Articles { get; private set; }

    public int Synced { get; private set; }

    public int Unchanged { get; private set; }

    public int Removed { get; private set; }

    public IReadOnlyList<SyncError> Errors => _errors;

    /// <summary>Something could not be read from the source.</summary>
    public bool SourceFailed { get; private set; }

    public void CountArticle() => Articles++;

    public void CountSynced() => Synced += Count("synced");

    public void CountUnchanged() => Unchanged += Count("unchanged");

    public void CountRemoved() => Removed += Count("removed");

    public void CountSkipped(SkipReason reason) => _skipped[reason] = _skipped.GetValueOrDefault(reason) + Count("skipped");

    public void AddError(string subject, Exception error)
    {
        Count("error");
        _errors.Add(new SyncError(subject, error.Message));
    }

    public void AddSourceFailure(string subject, Exception error)
    {
        SourceFailed = true;
        AddError(subject, error);
    }

    public SyncReport Report(Activity? activity)
    {
        var report = new SyncReport(kind, Synced, Unchanged, Removed, _skipped, _errors, time.GetElapsedTime(_start), !SourceFailed);
        KnowledgeTelemetry.Duration.Record(report.Duration.TotalSeconds, new KeyValuePair<string, object?>(TelemetryNames.Attributes.SyncKind, CodeName.Of(kind)));
        activity?
            .SetTag(TelemetryNames.Attributes.Synced, Synced)
            .SetTag(TelemetryNames.Attributes.Unchanged, Unchanged)
            .SetTag(TelemetryNames.Attributes.Removed, Removed)
            .SetTag(TelemetryNames.Attributes.Skipped, _skipped.Values.Sum())
            .SetTag(TelemetryNames.Attributes.Errors, _errors.Count)
            .SetTag(TelemetryNames.Attributes.Complete, report.Complete);
        return report;
    }

    private static int Count(string outcome)
    {
        KnowledgeTelemetry.Articles.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Attributes.SyncOutcome, outcome));
        return 1;
    }
}
