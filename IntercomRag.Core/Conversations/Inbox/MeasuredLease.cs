using System.Diagnostics;
using System.Diagnostics.Metrics;
using static IntercomRag.Core.Telemetry.TelemetryNames;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>The span and the duration of one lease; disposing records them.</summary>
internal sealed class MeasuredLease(string inbox, Activity? span, Histogram<double> duration, TimeProvider time) : IDisposable
{
    private readonly long _began = time.GetTimestamp();

    public LeaseOutcome Outcome { get; set; }

    public Exception? Failure { get; set; }

    /// <summary>W3C trace id; null when nobody listens.</summary>
    public string? TraceId => span?.TraceId.ToHexString();

    public void Dispose()
    {
        var outcome = Outcome switch
        {
            LeaseOutcome.Completed => "completed",
            LeaseOutcome.Retried => "retried",
            LeaseOutcome.DeadLettered => "dead_lettered",
            LeaseOutcome.Deferred => "deferred",
            LeaseOutcome.GivenBack => "given_back",
            LeaseOutcome.Lost => "lost",
            _ => "abandoned",
        };
        duration.Record(
            time.GetElapsedTime(_began).TotalSeconds, new(Attributes.InboxName, inbox), new(Attributes.InboxOutcome, outcome));

        span?.SetTag(Attributes.InboxOutcome, outcome);
        if (Outcome is LeaseOutcome.Retried or LeaseOutcome.DeadLettered or LeaseOutcome.Abandoned)
        {
            span?.SetTag(Attributes.ErrorType, Failure?.GetType().FullName);
            span?.SetStatus(ActivityStatusCode.Error);
        }

        span?.Dispose();
    }
}
