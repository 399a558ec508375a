using System.Globalization;

namespace IntercomRag.Benchmarks.Intents;

/// <summary>How often a signal was found where it is, where it is not, and not where it is.</summary>
internal sealed record Hits(int Right, int Wrong, int Missed)
{
    public int Cases => Right + Missed;

    public double Precision => Right + Wrong == 0 ? double.NaN : (double)Right / (Right + Wrong);

    public double Recall => Cases == 0 ? double.NaN : (double)Right / Cases;

    public static Hits Count<T>(IEnumerable<T> cases, Func<T, bool> isThere, Func<T, bool> isFound)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var item in cases)
        {
            _ = (isThere(item), isFound(item)) switch
            {
                (true, true) => right++,
                (false, true) => wrong++,
                (true, false) => missed++,
                _ => 0,
            };
        }

        return new Hits(right, wrong, missed);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Cases,5} {Right,5} {Wrong,5} {Precision,9:0.000} {Recall,6:0.000}");
}
