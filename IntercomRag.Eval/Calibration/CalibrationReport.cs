using System.Globalization;
using IntercomRag.Core.Retrieval;
using IntercomRag.Eval.Measures;

namespace IntercomRag.Eval.Calibration;

/// <summary>How good a confidence is that was fitted without the examples it is asked about.</summary>
internal static class CalibrationReport
{
    private const int Folds = 5;
    /// <summary>Neighbours are often turns of one conversation: in blocks, few of them are in two folds, where the fit would know its own test.</summary>
    private const int Block = 25;

    /// <summary>The default of <c>thresholds.answer</c>.</summary>
    private const double Threshold = 0.4;

    /// <summary>Thresholds whose cost is written down.</summary>
    private static readonly double[] Thresholds = [.. Enumerable.Range(4, 16).Select(step => Math.Round(step * 0.05, 2)), 0.96, 0.97, 0.98, 0.99];

    /// <summary>
    /// Writes a line for each set: trained on the rest of all sets in five folds, and trained on the other sets alone. The operating points are those of the folds.
    /// </summary>
    public static async Task<IReadOnlyList<OperatingPoint>> WriteAsync(IReadOnlyList<(string Name, IReadOnlyList<ConfidenceExample> Examples)> sets, TextWriter output)
    {
        var all = sets.SelectMany((set, s) => set.Examples.Select((example, i) => (Example: example, Set: s, Fold: ((i / Block) + s) % Folds))).ToList();
        var folded = Predict(all, example => example.Fold);
        var foreign = Predict(all, example => example.Set);
        await output.WriteLineAsync("five folds, and each set by the others alone:");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"set                             turns  right | AUROC   ECE | AUROC   ECE, other sets alone | answered and wrong at {Threshold}"));
        for (var s = 0; s < sets.Count; s++)
        {
            await output.WriteLineAsync(Line(sets[s].Name, [.. folded.Where((_, i) => all[i].Set == s)], [.. foreign.Where((_, i) => all[i].Set == s)]));
        }

        await output.WriteLineAsync(Line("all", folded, foreign));
        var points = PointsOf(folded);
        await output.WriteLineAsync("threshold  wrong  answered, each Help Center weighing the same");
        foreach (var point in points)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{point.Threshold,9:0.00}  {point.Wrong,5:0.000}  {point.Answered,5:0.000}"));
        }

        return points;
    }

    private static ConfidenceSample Sample(List<(double Confidence, bool IsRight, double Weight)> turns) =>
        ConfidenceSample.Of(turns.Select(turn => (turn.Confidence, turn.IsRight)));

    private static double Auroc(ConfidenceSample sample) => AurocMeasure.Area(sample, sample.Once) ?? double.NaN;

    private static double Ece(ConfidenceSample sample) => CalibrationMeasure.Error(sample, sample.Once) ?? double.NaN;

    private static List<OperatingPoint> PointsOf(List<(double Confidence, bool IsRight, double Weight)> turns)
    {
        var all = turns.Sum(turn => turn.Weight);
        return [.. Thresholds
            .Select(threshold => (Threshold: threshold, Answered: turns.Where(turn => turn.Confidence >= threshold).ToList()))
            .Where(point => point.Answered.Count > 0)
            .Select(point => (point.Threshold, point.Answered, Weight: point.Answered.Sum(turn => turn.Weight)))
            .Select(point => new OperatingPoint(
                point.Threshold,
                Math.Round(point.Answered.Where(turn => !turn.IsRight).Sum(turn => turn.Weight) / point.Weight, 3),
                Math.Round(point.Weight / all, 3)))];
    }

    private static List<(double Confidence, bool IsRight, double Weight)> Predict(
        List<(ConfidenceExample Example, int Set, int Fold)> all, Func<(ConfidenceExample Example, int Set, int Fold), int> part)
    {
        var models = all.Select(part).Distinct().ToDictionary(
            held => held, held => ConfidenceFit.Fit([.. all.Where(example => part(example) != held).Select(example => example.Example)], ""));
        return [.. all.Select(example => (models[part(example)].Of(example.Example.Features), example.Example.IsRight, example.Example.Weight))];
    }

    private static string Line(string name, List<(double Confidence, bool IsRight, double Weight)> folded, List<(double Confidence, bool IsRight, double Weight)> foreign)
    {
        var (sample, others) = (Sample(folded), Sample(foreign));
        var answered = folded.Where(turn => turn.Confidence >= Threshold).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-30} {folded.Count,6}  {folded.Average(turn => turn.IsRight ? 1.0 : 0),5:0.000} | {Auroc(sample),5:0.000} {Ece(sample),5:0.000} | {Auroc(others),5:0.000} {Ece(others),5:0.000}"
            + $"                  | {(double)answered.Count / folded.Count,5:0.000} {(answered.Count == 0 ? 0 : answered.Average(turn => turn.IsRight ? 0 : 1.0)),5:0.000}");
    }
}
