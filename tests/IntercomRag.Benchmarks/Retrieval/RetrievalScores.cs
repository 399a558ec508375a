using System.Globalization;
using IntercomRag.Eval.Measures;

namespace IntercomRag.Benchmarks.Retrieval;

/// <summary>The figures of one data set, as a table row.</summary>
internal static class RetrievalScores
{
    /// <summary>Columns of <see cref="Of"/>. "own" are the questions put to their own Help Center, "foreign" those put to another, which no article answers.</summary>
    public const string Header = "cases  recall@1 recall@5   MRR | p50 ms p95 ms | AUROC | own answered  wrong of these | foreign answered";

    /// <param name="threshold">Confidence from which a question is answered.</param>
    public static string Of(IReadOnlyList<CaseResult> results, double threshold)
    {
        var found = results.Where(result => result.HasArticle).ToList();
        var own = results.Where(result => !result.IsForeign).ToList();
        var foreign = results.Where(result => result.IsForeign).ToList();
        var answered = own.Where(result => result.Confidence >= threshold).ToList();
        var sample = ConfidenceSample.Of(results.Select(result => (result.Confidence, result.IsRight)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count,5} {Share(found, result => result.Rank == 1),9:0.000} {Share(found, result => result.Rank <= 5),8:0.000} " +
            $"{found.Average(result => result.Rank is { } rank ? 1.0 / rank : 0),5:0.000} | {Percentile(results, 0.5),6:0.0} {Percentile(results, 0.95),6:0.0} | " +
            $"{AurocMeasure.Area(sample, sample.Once),5:0.000} | {(double)answered.Count / own.Count,12:0.000} {Share(answered, result => !result.IsRight),15:0.000} | " +
            $"{(foreign.Count == 0 ? "" : Share(foreign, result => result.Confidence >= threshold).ToString("0.000", CultureInfo.InvariantCulture)),16}");
    }

    private static double Share(List<CaseResult> results, Func<CaseResult, bool> condition) =>
        results.Count == 0 ? 0 : (double)results.Count(condition) / results.Count;

    private static double Percentile(IReadOnlyList<CaseResult> results, double share) =>
        results.Select(result => result.Elapsed.TotalMilliseconds).Order().ElementAt((int)(share * (results.Count - 1)));
}
