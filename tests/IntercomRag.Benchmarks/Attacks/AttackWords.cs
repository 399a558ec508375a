using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>The words by which a text is recognised in another: folded, and long enough to be nobody else's by chance.</summary>
internal static class AttackWords
{
    private const int Shortest = 4;

    public static IEnumerable<string> Of(string text) => TextAnalyzer.Words(text).Where(word => word.Length >= Shortest).Distinct(StringComparer.Ordinal);
}
