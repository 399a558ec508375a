using IntercomRag.Benchmarks.Webhook;

namespace IntercomRag.Benchmarks.Intake;

/// <param name="PerSecond">Answers a second.</param>
/// <param name="RanOut">The requests were used up before the time was over; the rate counts the shorter time.</param>
internal sealed record IntakeResult(double PerSecond, Latencies Latencies, bool RanOut)
{
    /// <summary>What one request costs each process, which does not depend on what else this machine does.</summary>
    public required IReadOnlyList<TimeSpan> ProcessorTimes { get; init; }
}
