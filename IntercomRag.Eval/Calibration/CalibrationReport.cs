using System.Globalization;

namespace IntercomRag.Eval.Calibration;

/// <summary>How good a confidence is that was fitted without the examples it is asked about.</summary>
internal static class CalibrationReport
{
    private const int Folds = 5;
    private const int Bins = 10;

    /// <summary>Neighbours are turns of one conversation more often than not: they stay in one fold, or the fit would know its own test.</summary>
    private const int Block = 25;

    /// <summary>A line for each set: trained on the rest of all sets in five folds, and trained on the other sets alone.</summary>
    public static async Task WriteAsync(IReadOnlyList<(string Name, IReadOnlyList<ConfidenceExample> Examples)> sets, TextWriter output)
    {
        var all = sets.SelectMany((set, s) => set.Examples.Select((example, i) => (Example: example, Set: s, Fold: ((i / Block) + s) % Folds))).ToList();
        var folded = Predict(all, example => example.Fold);
        var foreign = Predict(all, example => example.Set);
        await output.WriteLineAsync("five folds, and each set by the others alone:");
        await output.WriteLineAsync("set                             turns  right | AUROC   ECE | AUROC   ECE, other sets alone | answered and wrong at 0.4");
        for (var s = 0; s < sets.Count; s++)
        {
            await output.WriteLineAsync(Line(sets[s].Name, [.. folded.Where((_, i) => all[i].Set == s)], [.. foreign.Where((_, i) => all[i].Set == s)]));
        }

        await output.WriteLineAsync(Line("all", folded, foreign));
    }

    private static List<(double Confidence, bool IsRight)> Predict(
        List<(ConfidenceExample Example, int Set, int Fold)> all, Func<(ConfidenceExample Example, int Set, int Fold), int> part)
    {
        var models = all.Select(part).Distinct().ToDictionary(
            held => held, held => ConfidenceFit.Fit([.. all.Where(example => part(example) != held).Select(example => example.Example)], ""));
        return [.. all.Select(example => (models[part(example)].Of(example.Example.Features), example.Example.IsRight))];
    }

    private static string Line(string name, List<(double Confidence, bool IsRight)> folded, List<(double Confidence, bool IsRight)> foreign)
    {
        var answered = folded.Where(turn => turn.Confidence >= 0.4).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-30} {folded.Count,6}  {folded.Average(turn => turn.IsRight ? 1.0 : 0),5:0.000} | {Auroc(folded),5:0.000} {Ece(folded),5:0.000} | {Auroc(foreign),5:0.000} {Ece(foreign),5:0.000}"
            + $"                  | {(double)answered.Count / folded.Count,5:0.000} {(answered.Count == 0 ? 0 : answered.Average(turn => turn.IsRight ? 0 : 1.0)),5:0.000}");
    }

    private static double Ece(List<(double Confidence, bool IsRight)> turns) => turns
        .GroupBy(turn => Math.Min(Bins - 1, (int)(turn.Confidence * Bins)))
        .Sum(bin => Math.Abs(bin.Sum(turn => turn.Confidence - (turn.IsRight ? 1 : 0)))) / turns.Count;

    private static double Auroc(List<(double Confidence, bool IsRight)> turns)
    {
        var right = turns.Where(turn => turn.IsRight).Select(turn => turn.Confidence).ToList();
        var wrong = turns.Where(turn => !turn.IsRight).Select(turn => turn.Confidence).ToList();
        return right.Count == 0 || wrong.Count == 0
            ? double.NaN
            : right.Sum(high => wrong.Sum(low => high > low ? 1 : high == low ? 0.5 : 0)) / ((double)right.Count * wrong.Count);
    }
}
