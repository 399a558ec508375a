using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>How well an article fits a message.</summary>
/// <param name="Place">Of the article in the index.</param>
/// <param name="Score">In units of rarity: what the article as a whole has of the message, and what its best sentence has.</param>
internal readonly record struct WordMatch(int Place, ArticleKey Key, double Score)
{
    public static int Compare(ArticleKey a, ArticleKey b) =>
        string.CompareOrdinal(a.ArticleId, b.ArticleId) is var byId and not 0 ? byId : string.CompareOrdinal(a.Locale, b.Locale);
}
