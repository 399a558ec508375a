namespace IntercomRag.Benchmarks.Retrieval.Meaning;

/// <summary>How one way of ranking does on one set.</summary>
/// <param name="Ranks">Of the first right article of each question that has one, from 1; 0 when it was not found.</param>
/// <param name="Confidence">Of every question, and whether its first article is right; empty where nobody states one.</param>
internal sealed record MeaningRanking(string Name, int[] Ranks, IReadOnlyList<(double Confidence, bool IsRight)> Confidence);
