namespace IntercomRag.Core.Retrieval.Words;

/// <summary>How much of what a message asks about an article has.</summary>
/// <param name="Sentence">Share that its best sentence has, in [0, 1]; a rarer word counts for more, and one that no article has for most.</param>
/// <param name="Words">How many of the words the article has.</param>
/// <param name="Asked">How many words the message asks about.</param>
internal readonly record struct MatchCoverage(double Sentence, int Words, int Asked)
{
    /// <summary>
    /// "What is the capital of France?" finds one article, the one that names the country. A single word out of several does not tell
    /// which article answers, however far ahead it puts one.
    /// </summary>
    public bool IsByAccident => Asked > 1 && Words <= 1;
}
