namespace IntercomRag.Core.Retrieval;

/// <summary>What the Help Center has on a question.</summary>
/// <param name="Terms">The words that were searched for, with their weight in the question: rarer words count for more.</param>
/// <param name="Articles">Best first; empty when nothing was found.</param>
/// <param name="Confidence">How likely it is that the first article answers, in [0, 1].</param>
public sealed record Evidence(IReadOnlyDictionary<string, double> Terms, IReadOnlyList<ArticleEvidence> Articles, double Confidence)
{
    /// <summary>What <see cref="Confidence"/> was made of.</summary>
    public ConfidenceFeatures Features { get; init; }

    /// <summary>Language of the articles; null when nothing was found.</summary>
    public string? Language { get; init; }

    /// <summary>The terms are the message's words in the language of the articles, which is not the customer's.</summary>
    public bool IsTranslated { get; init; }

    public static Evidence None { get; } = new(new Dictionary<string, double>(), [], 0);
}
