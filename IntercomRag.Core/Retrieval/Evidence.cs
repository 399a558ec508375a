namespace IntercomRag.Core.Retrieval;

/// <summary>What the Help Center has on a question.</summary>
/// <param name="Terms">The words that were searched for, with their weight in the question: rarer words count for more.</param>
/// <param name="Articles">Best first; empty when nothing was found.</param>
public sealed record Evidence(IReadOnlyDictionary<string, double> Terms, IReadOnlyList<ArticleEvidence> Articles)
{
    public static Evidence None { get; } = new(new Dictionary<string, double>(), []);

    /// <summary>How likely it is that the first article answers, in [0, 1].</summary>
    public double Confidence => Articles.Count == 0 ? 0 : Articles[0].Confidence;
}
