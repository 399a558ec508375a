namespace IntercomRag.Benchmarks.Soak;

/// <summary>The straight line through the samples of the second half of the day.</summary>
/// <param name="PerHour">Slope, in units per simulated hour.</param>
/// <param name="Margin">Half of its 95 % interval.</param>
/// <param name="Level">Mean.</param>
internal sealed record Trend(double PerHour, double Margin, double Level)
{
    /// <summary>
    /// Growth over a day, as a share of the level, below which a slope does not matter: such a process needs months to double, and is restarted for
    /// an update before.
    /// </summary>
    private const double Tolerated = 0.1;

    /// <summary>The same for small numbers: a pool that opens another connection is no leak.</summary>
    private const double ToleratedUnits = 4;

    /// <summary>Flat unless the samples show, with 95 % certainty, more growth than is tolerated.</summary>
    public bool IsFlat => (PerHour - Margin) * CompressedDay.Hours <= Math.Max(Tolerated * Level, ToleratedUnits);

    /// <param name="samples">One an hour, in order.</param>
    public static Trend Of(IReadOnlyList<double> samples)
    {
        var n = samples.Count;
        var middle = (n - 1) / 2d;
        var level = samples.Average();
        var spread = Enumerable.Range(0, n).Sum(hour => (hour - middle) * (hour - middle));
        var slope = samples.Select((value, hour) => (hour - middle) * (value - level)).Sum() / spread;
        var rest = samples.Select((value, hour) => value - level - (slope * (hour - middle))).Sum(one => one * one);

        // Student's t for 95 % and n - 2 degrees of freedom, from 2.23 at ten to 1.96 for many.
        var t = 1.96 + (2.7 / (n - 2));
        return new Trend(slope, t * Math.Sqrt(rest / (n - 2) / spread), level);
    }
}
