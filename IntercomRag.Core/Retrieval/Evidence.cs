namespace IntercomRag.Core.Retrieval;

/// <summary>What the Help Center has on a question.</summary>
/// <param name="Terms">The words that were searched for, with their weight in the question: rarer words count for more.</param>
/// <param name="Articles">Best first; empty when nothing was found.</param>
/// <param name="Confidence">How likely it is that the first article answers, in [0, 1].</param>
public sealed record Evidence(IReadOnlyDictionary<string, double> Terms, IReadOnlyList<ArticleEvidence> Articles, double Confidence)
{
    /// <summary>What <see cref="Confidence"/> was made of.</summary>
    public ConfidenceFeatures Features { get; init; }

    public static Evidence None { get; } = new(new Dictionary<string, double>(), [], 0);
}
