namespace IntercomRag.Core.Retrieval;

/// <summary>What tells whether the first article answers.</summary>
/// <param name="Probability">That the message is about the first article rather than any other, in [0, 1].</param>
/// <param name="Coverage">
/// The most that a single sentence of the first articles has of what is asked, in [0, 1]; words that no article has count against it. The probability
/// says which article it would be; this says whether there is one.
/// </param>
public readonly record struct ConfidenceFeatures(double Probability, double Coverage);
