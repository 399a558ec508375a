using System.Globalization;

namespace IntercomRag.Eval.Report.Html;

/// <summary>Numbers as people read them, alike on every machine: <c>81.3 %</c>, <c>0.853</c>, <c>12.4 ms</c>.</summary>
public static class Figures
{
    private const char NoBreakSpace = '\u00a0';

    /// <summary>A value of a measure; the measure's name tells the unit.</summary>
    public static string Of(string metric, double value) => UnitOf(metric) switch
    {
        Unit.Share => Percent(value),
        Unit.Milliseconds => Number(value, value < 10 ? 2 : 1) + NoBreakSpace + "ms",
        Unit.Count => Number(value, 0),
        _ => Number(value, 3),
    };

    public static string Interval(string metric, IReadOnlyList<double>? interval) =>
        interval is [var low, var high] ? $"{Of(metric, low)} – {Of(metric, high)}" : "";

    public static string Percent(double share) => Number(share * 100, 1) + NoBreakSpace + "%";

    public static string Number(double value, int digits)
    {
        // -0.00 is a rounding of nothing.
        var text = value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.All(c => c is '-' or '0' or '.') ? text[1..] : text;
    }

    /// <summary>A coordinate of a drawing.</summary>
    public static string Point(double value) => Number(value, 1);

    public static Unit UnitOf(string metric) => metric switch
    {
        _ when metric.StartsWith("latency.", StringComparison.Ordinal) => Unit.Milliseconds,
        _ when metric.EndsWith("_tokens", StringComparison.Ordinal) || metric.EndsWith(".length", StringComparison.Ordinal) => Unit.Count,
        _ when s_scores.Any(word => metric[(metric.LastIndexOf('.') + 1)..].StartsWith(word, StringComparison.Ordinal)) => Unit.Score,
        _ => Unit.Share,
    };

    private static readonly string[] s_scores = ["auroc", "aurc", "ece", "mrr", "ndcg", "f1", "token_f1", "usd"];
}
