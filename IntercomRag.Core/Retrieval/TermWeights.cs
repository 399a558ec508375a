using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Retrieval;

/// <summary>How much each word of a question tells: its weight in the query times its rarity in the Help Center.</summary>
public static class TermWeights
{
    public static IReadOnlyDictionary<string, double> Of(IReadOnlyList<WeightedTerm> query, TermStatistics statistics) =>
        query.ToDictionary(
            term => term.Term,
            term => term.Weight * Rarity(statistics.ArticlesWith.GetValueOrDefault(term.Term), statistics.ArticleCount),
            StringComparer.Ordinal);

    /// <summary>Rarity of a word that a single article has: the scale that scores of a Help Center of this size stand on.</summary>
    public static double HighestRarity(int articles) => Rarity(1, Math.Max(articles, 2));

    // The BM25 form of inverse document frequency, never negative. A word that no article has is as rare as can be: if the question hangs
    // on it, the Help Center does not answer.
    private static double Rarity(int with, int all) => Math.Log(1 + ((all - with + 0.5) / (with + 0.5)));
}
