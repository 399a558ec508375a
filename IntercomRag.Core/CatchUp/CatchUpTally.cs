using System.Diagnostics;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.CatchUp;

/// <summary>Counts during a round.</summary>
internal sealed class CatchUpTally
{
    private int _known;
    private int _enqueued;
    private int _unfinished;

    /// <summary>Put into the inbox by this round.</summary>
    public int Put => _enqueued + _unfinished;

    public void AddKnown() => Count(ref _known, "known");

    public void AddEnqueued() => Count(ref _enqueued, "enqueued");

    public void AddUnfinished() => Count(ref _unfinished, "unfinished");

    public CatchUpReport Report(DateTimeOffset? watermark, CatchUpStop? stop, Activity? round)
    {
        var outcome = stop switch { null => "complete", { Problem: null } => "more", _ => "failed" };
        CatchUpTelemetry.Rounds.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Attributes.CatchUpOutcome, outcome));
        round?.SetTag(TelemetryNames.Attributes.CatchUpOutcome, outcome)
            .SetTag(TelemetryNames.Attributes.CatchUpKnown, _known)
            .SetTag(TelemetryNames.Attributes.CatchUpEnqueued, _enqueued)
            .SetTag(TelemetryNames.Attributes.CatchUpUnfinished, _unfinished);
        if (stop?.Problem is not null)
        {
            round?.SetStatus(ActivityStatusCode.Error);
        }

        return new CatchUpReport(_known + _enqueued, _known, _enqueued, _unfinished, watermark, IsComplete: stop is null, stop?.Problem);
    }

    private static void Count(ref int counter, string outcome)
    {
        counter++;
        CatchUpTelemetry.Conversations.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Attributes.CatchUpOutcome, outcome));
    }
}
