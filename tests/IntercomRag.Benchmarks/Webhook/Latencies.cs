namespace IntercomRag.Benchmarks.Webhook;

/// <param name="Failed">Answers other than 200.</param>
internal sealed record Latencies(TimeSpan P50, TimeSpan P95, TimeSpan P99, TimeSpan Max, int Failed)
{
    public static Latencies Of(IReadOnlyCollection<(TimeSpan Latency, bool Ok)> answers)
    {
        var sorted = answers.Select(answer => answer.Latency).Order().ToArray();
        return new Latencies(At(0.50), At(0.95), At(0.99), sorted[^1], answers.Count(answer => !answer.Ok));

        TimeSpan At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
