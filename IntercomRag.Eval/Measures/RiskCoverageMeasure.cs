using System.Globalization;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Measures;

/// <summary>
/// Answering from the most confident turn on: <c>abstention.coverage@2%</c> and <c>@5%</c> are the largest shares of turns that can be answered with at
/// most that many wrong among the answered ones; <c>abstention.aurc</c> is the mean of the wrong over all shares. Wrong is a first article
/// that is not right.
/// </summary>
public sealed class RiskCoverageMeasure : ISetMeasure
{
    private const string Area = "abstention.aurc";
    private const int MostPoints = 200;
    private const int Digits = 6;

    private static readonly double[] s_risks = [0.02, 0.05];

    public IReadOnlyCollection<string> Names { get; } = [.. s_risks.Select(CoverageAt), Area];

    public IEnumerable<SetMeasure> Of(IReadOnlyList<JudgedTurn> turns)
    {
        var sample = ConfidenceSample.Of(turns);
        if (sample.Count == 0)
        {
            yield break;
        }

        foreach (var risk in s_risks)
        {
            yield return new SetMeasure(CoverageAt(risk), sample.Count, counts => Walk(sample, counts)
                .Where(point => point.Risk <= risk)
                .Select(point => point.Coverage)
                .DefaultIfEmpty(0)
                .Max());
        }

        yield return new SetMeasure(Area, sample.Count, counts => MeanRisk(sample, counts));
    }

    /// <summary>The curve, thinned out evenly.</summary>
    public static IReadOnlyList<RiskCoveragePoint> Curve(IReadOnlyList<JudgedTurn> turns)
    {
        var sample = ConfidenceSample.Of(turns);
        var once = new int[sample.Count];
        Array.Fill(once, 1);
        var points = Walk(sample, once).ToList();
        var step = Math.Max(1, (points.Count + MostPoints - 1) / MostPoints);
        return
        [
            .. points.Where((_, i) => i % step == 0 || i == points.Count - 1)
                .Select(point => new RiskCoveragePoint(Math.Round(point.Threshold, Digits), Math.Round(point.Coverage, Digits), Math.Round(point.Risk, Digits))),
        ];
    }

    private static string CoverageAt(double risk) => string.Create(CultureInfo.InvariantCulture, $"abstention.coverage@{risk * 100:0}%");

    // A threshold cannot tell turns of equal confidence apart, so they come together.
    private static IEnumerable<(double Threshold, double Coverage, double Risk)> Walk(ConfidenceSample sample, int[] counts)
    {
        var total = counts.Sum();
        var (answered, wrong) = (0, 0);
        for (var i = 0; i < sample.Count; i++)
        {
            answered += counts[i];
            wrong += sample.Right[i] ? 0 : counts[i];
            if (answered > 0 && (i == sample.Count - 1 || sample.Confidence[i + 1] != sample.Confidence[i]))
            {
                yield return (sample.Confidence[i], (double)answered / total, (double)wrong / answered);
            }
        }
    }

    private static double? MeanRisk(ConfidenceSample sample, int[] counts)
    {
        var (area, before) = (0.0, 0.0);
        foreach (var (_, coverage, risk) in Walk(sample, counts))
        {
            area += (coverage - before) * risk;
            before = coverage;
        }

        return area;
    }
}
