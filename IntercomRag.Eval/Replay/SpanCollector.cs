using System.Diagnostics;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Eval.Replay;

/// <summary>Collects the spans of what runs inside <see cref="CollectAsync"/>, turn by turn, side by side.</summary>
public sealed class SpanCollector : IDisposable
{
    private readonly AsyncLocal<List<Activity>?> _spans = new();
    private readonly ActivityListener _listener;

    public SpanCollector()
    {
        _listener = new ActivityListener
        {
            // Models that are asked in a turn write to a source of their own.
            ShouldListenTo = source => source.Name is TurnTelemetry.SourceName || source.Name.EndsWith("Microsoft.Extensions.AI", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => _spans.Value is null ? ActivitySamplingResult.None : ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (_spans.Value is { } spans)
                {
                    lock (spans)
                    {
                        spans.Add(span);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The spans that ended while <paramref name="work"/> ran, also when it failed.</summary>
    public async Task<(IReadOnlyList<Activity> Spans, Exception? Failure)> CollectAsync(Func<Task> work)
    {
        var spans = new List<Activity>();
        _spans.Value = spans;
        Activity.Current = null;
        Exception? failure = null;
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failure = exception;
        }

        _spans.Value = null;
        return (spans, failure);
    }

    public void Dispose() => _listener.Dispose();
}
