using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Retrieval;

/// <summary>The share of what a question tells that an article's title, headings and passage contain.</summary>
public static class Coverage
{
    /// <summary>In [0, 1]; words count by their weight.</summary>
    public static double Of(PassageHit hit, IReadOnlyDictionary<string, double> terms) => Of(TextOf(hit), terms);

    /// <inheritdoc cref="Of(PassageHit, IReadOnlyDictionary{string, double})"/>
    public static double Of(string text, IReadOnlyDictionary<string, double> terms)
    {
        var total = terms.Values.Sum();
        if (total <= 0)
        {
            return 0;
        }

        var present = WordsOf(text);
        return terms.Where(term => present.Contains(term.Key)).Sum(term => term.Value) / total;
    }

    /// <summary>How many of the terms the article's title, headings and passage contain.</summary>
    public static int CountMatches(PassageHit hit, IEnumerable<string> terms) => terms.Count(WordsOf(TextOf(hit)).Contains);

    private static string TextOf(PassageHit hit) => string.Join('\n', [hit.Article.Title, .. hit.Chunk.HeadingPath, hit.Chunk.Text]);

    private static HashSet<string> WordsOf(string text) => TextAnalyzer.Analyze(text).ToHashSet(StringComparer.Ordinal);
}
