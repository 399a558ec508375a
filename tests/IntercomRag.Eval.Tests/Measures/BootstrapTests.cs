using IntercomRag.Eval.Measures;

namespace IntercomRag.Eval.Tests.Measures;

public sealed class BootstrapTests
{
    private static readonly double[] s_values = [.. Enumerable.Range(0, 100).Select(i => i < 60 ? 1.0 : 0.0)];

    [Fact]
    public void Interval_OfTheSameValues_IsTheSameEveryTime() => Bootstrap.Interval(100, Mean).ShouldBe(Bootstrap.Interval(100, Mean));

    // Held to the digit: another generator or seed would change every stored result.
    [Fact]
    public void Interval_OfAShare_IsWhatItWasBefore()
    {
        var (low, high) = Bootstrap.Interval(100, Mean).ShouldNotBeNull();

        (Math.Round(low, 6), Math.Round(high, 6)).ShouldBe((0.51, 0.69));
    }

    // The normal approximation: 0.6 ± 1.96 · √(0.6 · 0.4 / 100).
    [Fact]
    public void Interval_OfAShare_IsNearTheTextbooks()
    {
        var (low, high) = Bootstrap.Interval(100, Mean).ShouldNotBeNull();

        low.ShouldBe(0.504, 0.02);
        high.ShouldBe(0.696, 0.02);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Interval_OfTooFew_IsNone(int n) => Bootstrap.Interval(n, _ => 1).ShouldBeNull();

    [Fact]
    public void Interval_OfAMeasureThatMostlyHasNoValue_IsNone() => Bootstrap.Interval(10, counts => counts[0] > 2 ? 1 : null).ShouldBeNull();

    private static double? Mean(int[] counts) => counts.Select((count, i) => count * s_values[i]).Sum() / counts.Sum();
}
