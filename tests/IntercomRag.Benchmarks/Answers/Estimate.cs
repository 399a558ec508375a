using System.Globalization;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>A mean with half the width of its 95 % interval.</summary>
internal readonly record struct Estimate(double Mean, double HalfWidth)
{
    /// <summary>
    /// Questions that one article answers are alike (turns of one dialogue, phrasings of one question), so articles are drawn, not questions:
    /// the interval is the one of a sample of clusters.
    /// </summary>
    public static Estimate Of(IReadOnlyCollection<(string Cluster, double Value)> values)
    {
        var mean = values.Average(value => value.Value);
        var clusters = values.GroupBy(value => value.Cluster).Select(cluster => cluster.Sum(value => value.Value - mean)).ToList();
        var variance = clusters.Sum(sum => sum * sum) / ((double)values.Count * values.Count) * clusters.Count / Math.Max(1, clusters.Count - 1);
        return new Estimate(mean, 1.96 * Math.Sqrt(variance));
    }

    public string Show(string format) =>
        Mean.ToString(format, CultureInfo.InvariantCulture) + " ±" + HalfWidth.ToString(format, CultureInfo.InvariantCulture);
}
