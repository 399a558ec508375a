using IntercomRag.Core.Telemetry.Traces;

namespace IntercomRag.Eval.Scoring;

/// <summary>How long the steps of the turns took; written beside the result, because it is never the same twice, and never judged.</summary>
/// <param name="Steps">By span name.</param>
public sealed record Timings(int Turns, IReadOnlyDictionary<string, Timings.Step> Steps)
{
    private const int Digits = 3;

    public static Timings Of(IReadOnlyList<TurnTrace> turns) => new(
        turns.Count,
        new SortedDictionary<string, Step>(
            turns.SelectMany(turn => turn.Spans).GroupBy(span => span.Name).ToDictionary(
                group => group.Key, group => StepOf([.. group.Select(span => span.Duration.TotalMilliseconds).Order()])),
            StringComparer.Ordinal));

    private static Step StepOf(List<double> milliseconds) => new(
        milliseconds.Count, At(milliseconds, 0.5), At(milliseconds, 0.95), Math.Round(milliseconds[^1], Digits), Math.Round(milliseconds.Sum(), Digits));

    private static double At(List<double> sorted, double share) => Math.Round(sorted[(int)(share * (sorted.Count - 1))], Digits);

    /// <summary>Milliseconds.</summary>
    public sealed record Step(int N, double P50, double P95, double Max, double Total);
}
