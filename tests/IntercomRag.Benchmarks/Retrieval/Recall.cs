using System.Globalization;

namespace IntercomRag.Benchmarks.Retrieval;

/// <summary>Recall as the mean over reference sets, and its change with 95 % intervals over the same questions, which are drawn again within each set.</summary>
/// <remarks>A set is the rank of the first right article of each of its questions, from 1; 0 when none was found.</remarks>
internal static class Recall
{
    private const int Resamples = 1000;

    public static double At(int k, IReadOnlyList<int[]> sets) => sets.Average(set => set.Average(rank => Hit(rank, k)));

    /// <summary><c>+0.012 (-0.003 to +0.026)</c></summary>
    public static string Change(int k, IReadOnlyList<int[]> before, IReadOnlyList<int[]> after)
    {
        var random = new Random(1);
        var means = Enumerable.Range(0, Resamples)
            .Select(_ => before.Zip(after).Average(set => Enumerable.Range(0, set.First.Length)
                .Select(_ => random.Next(set.First.Length))
                .Average(i => Hit(set.Second[i], k) - Hit(set.First[i], k))))
            .Order()
            .ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{At(k, after) - At(k, before),7:+0.000;-0.000;0.000} ({means[Resamples / 40],7:+0.000;-0.000;0.000} to {means[^(Resamples / 40)],7:+0.000;-0.000;0.000})");
    }

    private static double Hit(int rank, int k) => rank >= 1 && rank <= k ? 1 : 0;
}
