using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Measures;

/// <summary>
/// <c>abstention.ece</c>: how far the confidence is off the share of right first articles, over ten bins of equal width, each by its turns. 0 is best.
/// </summary>
public sealed class CalibrationMeasure : ISetMeasure
{
    private const string Name = "abstention.ece";
    private const int Bins = 10;
    private const int Digits = 6;

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public IEnumerable<SetMeasure> Of(IReadOnlyList<JudgedTurn> turns)
    {
        var sample = ConfidenceSample.Of(turns);
        return sample.Count > 0 ? [new SetMeasure(Name, sample.Count, counts => Error(sample, counts))] : [];
    }

    /// <summary>What a reliability diagram shows.</summary>
    public static IReadOnlyList<ReliabilityBin> Diagram(IReadOnlyList<JudgedTurn> turns)
    {
        var sample = ConfidenceSample.Of(turns);
        return
        [
            .. Enumerable.Range(0, sample.Count).GroupBy(i => BinOf(sample.Confidence[i])).OrderBy(bin => bin.Key).Select(bin => new ReliabilityBin(
                (double)bin.Key / Bins,
                (double)(bin.Key + 1) / Bins,
                bin.Count(),
                Math.Round(bin.Average(i => sample.Confidence[i]), Digits),
                Math.Round(bin.Average(i => sample.Right[i] ? 1.0 : 0), Digits))),
        ];
    }

    private static int BinOf(double confidence) => Math.Clamp((int)(confidence * Bins), 0, Bins - 1);

    /// <summary>Null of nothing.</summary>
    internal static double? Error(ConfidenceSample sample, int[] counts)
    {
        Span<double> off = stackalloc double[Bins];
        var total = 0;
        for (var i = 0; i < sample.Count; i++)
        {
            off[BinOf(sample.Confidence[i])] += counts[i] * (sample.Confidence[i] - (sample.Right[i] ? 1 : 0));
            total += counts[i];
        }

        var error = 0.0;
        foreach (var bin in off)
        {
            error += Math.Abs(bin);
        }

        return total == 0 ? null : error / total;
    }
}
