using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using IntercomRag.Core.Telemetry;
using static IntercomRag.Core.Telemetry.TelemetryNames;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Spans and metrics of processing an inbox.</summary>
public sealed class InboxTelemetry
{
    internal const string BacklogName = "intercomrag.inbox.backlog";
    internal const string DeadLettersName = "intercomrag.inbox.dead_letters";
    internal const string WaitName = "intercomrag.inbox.wait";
    internal const string DurationName = "intercomrag.inbox.lease.duration";

    private readonly ConcurrentDictionary<string, InboxDepth> _depths = new();
    private readonly Histogram<double> _wait;
    private readonly Histogram<double> _duration;

    public InboxTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(TurnTelemetry.SourceName);
        meter.CreateObservableGauge(BacklogName, ObserveBacklog, "{subject}", "Subjects that wait for a lease or are leased.");
        meter.CreateObservableGauge(DeadLettersName, ObserveDeadLetters, "{item}", "Items given up after the last attempt.");
        _wait = meter.CreateHistogram<double>(WaitName, "s", "From receiving the oldest item of a lease to leasing it, burst window included.");
        _duration = meter.CreateHistogram<double>(DurationName, "s", "From leasing to the recorded outcome.");
    }

    /// <summary>Publishes a measurement; null withdraws the last one.</summary>
    internal void SetBacklog(string inbox, InboxDepth? depth)
    {
        if (depth is null)
        {
            _depths.TryRemove(inbox, out _);
        }
        else
        {
            _depths[inbox] = depth;
        }
    }

    /// <summary>
    /// Starts a span of its own for a lease. It is linked to the requests that brought the items rather than a child of one of them:
    /// they ended long ago, and there may be several.
    /// </summary>
    internal MeasuredLease Begin(string inbox, InboxLease lease, TimeProvider time)
    {
        if (lease.Items is [var oldest, ..])
        {
            var waited = time.GetUtcNow() - oldest.ReceivedAt;
            _wait.Record(Math.Max(0, waited.TotalSeconds), new KeyValuePair<string, object?>(Attributes.InboxName, inbox));
        }

        var span = TurnTelemetry.Source.StartActivity(
            Spans.Process(inbox),
            ActivityKind.Consumer,
            parentContext: default,
            [
                new(Attributes.MessagingOperation, "process"),
                new(Attributes.MessagingDestination, inbox),
                new(Attributes.MessagingBatch, lease.Items.Count),
                new(Attributes.InboxSubject, lease.Subject.ToString()),
                new(Attributes.InboxAttempt, lease.Attempt),
            ],
            Links(lease));
        return new MeasuredLease(inbox, span, _duration, time);
    }

    private static IEnumerable<ActivityLink> Links(InboxLease lease)
    {
        foreach (var traceParent in lease.Items.Select(item => item.TraceParent).Distinct())
        {
            if (ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var context))
            {
                yield return new ActivityLink(context);
            }
        }
    }

    private IEnumerable<Measurement<long>> ObserveBacklog()
    {
        foreach (var (inbox, depth) in _depths)
        {
            yield return new Measurement<long>(depth.Waiting, new(Attributes.InboxName, inbox), new(Attributes.InboxState, "waiting"));
            yield return new Measurement<long>(depth.Leased, new(Attributes.InboxName, inbox), new(Attributes.InboxState, "leased"));
        }
    }

    private IEnumerable<Measurement<long>> ObserveDeadLetters() =>
        _depths.Select(inbox => new Measurement<long>(inbox.Value.DeadLetters, new KeyValuePair<string, object?>(Attributes.InboxName, inbox.Key)));
}
