namespace IntercomRag.Benchmarks.Retrieval;

/// <param name="Rank">Of the first right article, from 1; null when it was not found.</param>
/// <param name="HasArticle">An article answers the question.</param>
/// <param name="IsForeign">Put to the Help Center of somebody else.</param>
internal sealed record CaseResult(int? Rank, double Confidence, bool HasArticle, bool IsForeign, TimeSpan Elapsed)
{
    public bool IsRight => Rank == 1;
}
