using IntercomRag.Benchmarks.Webhook;

namespace IntercomRag.Benchmarks.Intake;

/// <param name="PerSecond">Answers a second.</param>
/// <param name="RanOut">The requests were used up before the time was over; the rate counts the shorter time.</param>
internal sealed record IntakeResult(double PerSecond, Latencies Latencies, bool RanOut);
