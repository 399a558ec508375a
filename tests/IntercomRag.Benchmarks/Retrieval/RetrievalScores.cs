using System.Globalization;

namespace IntercomRag.Benchmarks.Retrieval;

/// <summary>The figures of one data set, as a table row.</summary>
internal static class RetrievalScores
{
    public static string Of(IReadOnlyList<CaseResult> results)
    {
        var found = results.Where(result => result.HasArticle).ToList();
        var answered = results.Where(result => result.Confidence >= 0.4).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count,5} {Share(found, result => result.Rank == 1),9:0.000} {Share(found, result => result.Rank <= 5),8:0.000} " +
            $"{found.Average(result => result.Rank is { } rank ? 1.0 / rank : 0),5:0.000} | {Percentile(results, 0.5),6:0.0} {Percentile(results, 0.95),6:0.0} | " +
            $"{Auroc(results),5:0.000} {Share(answered, result => !result.IsRight),9:0.000} {(double)answered.Count / results.Count,11:0.000}");
    }

    private static double Share(List<CaseResult> results, Func<CaseResult, bool> condition) =>
        results.Count == 0 ? 0 : (double)results.Count(condition) / results.Count;

    private static double Percentile(IReadOnlyList<CaseResult> results, double share) =>
        results.Select(result => result.Elapsed.TotalMilliseconds).Order().ElementAt((int)(share * (results.Count - 1)));

    // The chance that a case answered rightly has a higher confidence than one that is not; ties count half.
    private static double Auroc(IReadOnlyList<CaseResult> results)
    {
        var right = results.Where(result => result.IsRight).Select(result => result.Confidence).ToList();
        var wrong = results.Where(result => !result.IsRight).Select(result => result.Confidence).ToList();
        var wins = right.Sum(high => wrong.Sum(low => high > low ? 1.0 : high == low ? 0.5 : 0));
        return right.Count == 0 || wrong.Count == 0 ? double.NaN : wins / ((double)right.Count * wrong.Count);
    }
}
