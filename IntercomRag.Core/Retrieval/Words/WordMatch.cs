using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>How well an article fits a message.</summary>
/// <param name="score">In units of rarity: what the article as a whole has of the message, and what its best sentence has.</param>
internal sealed class WordMatch(
    ArticleKey key, double score, Func<IReadOnlyList<(int Ordinal, double Score)>> rankPassages, Func<MatchCoverage> cover)
{
    public ArticleKey Key { get; } = key;

    public double Score { get; } = score;

    /// <inheritdoc cref="CandidateRanking.RankPassages"/>
    public IReadOnlyList<(int Ordinal, double Score)> RankPassages() => rankPassages();

    /// <inheritdoc cref="CandidateRanking.Cover"/>
    public MatchCoverage Cover() => cover();

    public static int Compare(ArticleKey a, ArticleKey b) =>
        string.CompareOrdinal(a.ArticleId, b.ArticleId) is var byId and not 0 ? byId : string.CompareOrdinal(a.Locale, b.Locale);
}
