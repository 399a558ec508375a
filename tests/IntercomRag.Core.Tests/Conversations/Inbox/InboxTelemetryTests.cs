using System.Diagnostics;
using System.Diagnostics.Metrics;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Tests.Conversations.Inbox;

public sealed class InboxTelemetryTests : IDisposable
{
    private readonly List<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public InboxTelemetryTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TurnTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (_spans)
                {
                    _spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Turn_OfSeveralItems_IsARootSpanLinkedToTheirRequests()
    {
        var first = ActivityTraceId.CreateRandom();
        var second = ActivityTraceId.CreateRandom();
        await using var bench = await ProcessorBench.StartWithTurnAsync(null, Item(first), Item(second), Item(traceParent: "not a traceparent"));

        bench.Handler.End("1");

        var span = await SpanLinkedToAsync(first);
        span.ParentSpanId.ShouldBe(default);
        span.Kind.ShouldBe(ActivityKind.Consumer);
        span.DisplayName.ShouldBe("process conversations");
        span.Links.Select(link => link.Context.TraceId).ShouldBe([first, second]);
        span.GetTagItem(TelemetryNames.Attributes.InboxSubject).ShouldBe("demo:1");
        span.GetTagItem(TelemetryNames.Attributes.InboxOutcome).ShouldBe("completed");
        span.Status.ShouldBe(ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task Turn_Fails_SpanIsAnErrorWithTheTypeOnly()
    {
        var trace = ActivityTraceId.CreateRandom();
        await using var bench = await ProcessorBench.StartWithTurnAsync(null, Item(trace));

        bench.Handler.Fail("1", new IOException("my password is hunter2"));

        var span = await SpanLinkedToAsync(trace);
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem(TelemetryNames.Attributes.InboxOutcome).ShouldBe("retried");
        span.GetTagItem("error.type").ShouldBe("System.IO.IOException");
        span.StatusDescription.ShouldBeNull();
    }

    [Fact]
    public async Task Turn_Fails_TheInboxIsToldTheTraceOfTheLease()
    {
        var trace = ActivityTraceId.CreateRandom();
        await using var bench = await ProcessorBench.StartWithTurnAsync(null, Item(trace));

        bench.Handler.Fail("1", new IOException());

        var span = await SpanLinkedToAsync(trace);
        bench.Inbox.LastFailure.ShouldNotBeNull().TraceId.ShouldBe(span.TraceId.ToHexString());
    }

    [Fact]
    public async Task Backlog_Measured_IsPublishedByState()
    {
        await using var bench = await ProcessorBench.StartIdleAsync();
        bench.Telemetry.SetBacklog("conversations", new InboxDepth(Waiting: 3, Leased: 2, DeadLetters: 1));

        var measured = Observe(bench);

        measured.ShouldBe(
        [
            (InboxTelemetry.BacklogName, "waiting", 3), (InboxTelemetry.BacklogName, "leased", 2), (InboxTelemetry.DeadLettersName, null, 1),
        ]);
        bench.Telemetry.SetBacklog("conversations", null);
        Observe(bench).ShouldBeEmpty();
    }

    [Fact]
    public async Task Turn_Ends_ItsWaitIsMeasuredFromTheOldestItem()
    {
        await using var bench = new ProcessorBench();
        using var recorded = new DoubleRecorder(bench.Meters, InboxTelemetry.WaitName);
        bench.Inbox.PutDue("1", Item(receivedAt: bench.Time.GetUtcNow().AddSeconds(-3)), Item(receivedAt: bench.Time.GetUtcNow()));

        await bench.StartAsync();
        await bench.SettledAsync(turns: 1);

        recorded.Values.ShouldBe([3]);
        bench.Handler.End("1");
    }

    private static InboxItem Item(ActivityTraceId trace) => Item($"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

    private static InboxItem Item(string? traceParent = null, DateTimeOffset receivedAt = default) => new(
        new SubjectKey("demo", "1"), [], "conversation.user.replied", CreatedAt: default, receivedAt, traceParent);

    private static List<(string Name, string? State, long Value)> Observe(ProcessorBench bench)
    {
        var measured = new List<(string, string?, long)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Scope == bench.Meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            string? state = null;
            foreach (var tag in tags)
            {
                state = tag.Key == TelemetryNames.Attributes.InboxState ? tag.Value as string : state;
            }

            measured.Add((instrument.Name, state, value));
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return measured;
    }

    /// <summary>Other tests' processors write to the same source.</summary>
    private async Task<Activity> SpanLinkedToAsync(ActivityTraceId trace)
    {
        Activity? found = null;
        await ProcessorBench.UntilAsync(() =>
        {
            lock (_spans)
            {
                found = _spans.SingleOrDefault(span => span.Links.Any(link => link.Context.TraceId == trace));
            }

            return found is not null;
        });
        return found!;
    }
}
