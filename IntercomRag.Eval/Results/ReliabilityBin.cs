namespace IntercomRag.Eval.Results;

/// <param name="From">Lower bound of the confidence, included.</param>
/// <param name="To">Upper bound, excluded but for the last.</param>
/// <param name="Confidence">Mean in the bin.</param>
/// <param name="Right">Share of conversations in the bin whose first article is a right one.</param>
public sealed record ReliabilityBin(double From, double To, int N, double Confidence, double Right);
