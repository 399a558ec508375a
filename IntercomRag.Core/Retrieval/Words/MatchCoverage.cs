namespace IntercomRag.Core.Retrieval.Words;

/// <summary>Shares, in [0, 1], of what a message asks about; a rarer word counts for more, and one that no article has for most.</summary>
internal readonly record struct MatchCoverage(double Article, double Passage, double Sentence);
