using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>The share of what a question tells that a text contains.</summary>
internal static class Coverage
{
    /// <summary>In [0, 1]; words count by their weight.</summary>
    public static double Of(string text, IReadOnlyDictionary<string, double> terms)
    {
        var total = terms.Values.Sum();
        if (total <= 0)
        {
            return 0;
        }

        var present = TextAnalyzer.Analyze(text).ToHashSet(StringComparer.Ordinal);
        return terms.Where(term => present.Contains(term.Key)).Sum(term => term.Value) / total;
    }
}
