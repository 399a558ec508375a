namespace IntercomRag.Eval.Measures;

/// <summary>95 % intervals by resampling with a fixed seed: the same values give the same interval on every machine.</summary>
public static class Bootstrap
{
    private const int Resamples = 1000;
    private const ulong Seed = 20260105;
    private const double Tail = 0.025;

    /// <summary>Null below two items, and when the measure has no value in most resamples.</summary>
    /// <param name="n">Items that can be drawn.</param>
    /// <param name="measure">From how often each item was drawn to the value; null when it has none.</param>
    public static (double Low, double High)? Interval(int n, Func<int[], double?> measure)
    {
        if (n < 2)
        {
            return null;
        }

        var random = new SplitMix(Seed);
        var draws = new int[n];
        var values = new List<double>(Resamples);
        for (var i = 0; i < Resamples; i++)
        {
            Array.Clear(draws);
            for (var j = 0; j < n; j++)
            {
                draws[random.Below(n)]++;
            }

            if (measure(draws) is { } value)
            {
                values.Add(value);
            }
        }

        if (values.Count <= Resamples / 2)
        {
            return null;
        }

        values.Sort();
        return (values[(int)(Tail * (values.Count - 1))], values[(int)Math.Ceiling((1 - Tail) * (values.Count - 1))]);
    }
}
