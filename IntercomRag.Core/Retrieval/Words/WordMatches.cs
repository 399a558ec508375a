namespace IntercomRag.Core.Retrieval.Words;

/// <summary>The articles that have something of a message. It holds for the index as it was searched.</summary>
/// <param name="articles">Best first.</param>
internal sealed class WordMatches(IReadOnlyList<WordMatch> articles, CandidateRanking ranking)
{
    public IReadOnlyList<WordMatch> Articles { get; } = articles;

    /// <inheritdoc cref="CandidateRanking.RankPassages"/>
    public IReadOnlyList<(int Ordinal, double Score)> RankPassages(int place) => ranking.RankPassages(place);

    /// <inheritdoc cref="CandidateRanking.Cover"/>
    public MatchCoverage Cover(int place) => ranking.Cover(place);
}
