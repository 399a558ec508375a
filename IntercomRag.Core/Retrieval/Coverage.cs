using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Retrieval;

/// <summary>The share of what a question tells that an article's title, headings and passage contain.</summary>
public static class Coverage
{
    /// <summary>In [0, 1]; words count by their weight.</summary>
    public static double Of(PassageHit hit, IReadOnlyDictionary<string, double> terms)
    {
        var text = string.Join('\n', [hit.Article.Title, .. hit.Chunk.HeadingPath, hit.Chunk.Text]);
        return Of(text, terms);
    }

    /// <inheritdoc cref="Of(PassageHit, IReadOnlyDictionary{string, double})"/>
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
