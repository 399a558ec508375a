namespace IntercomRag.Core.Retrieval;

/// <summary>What a threshold of the confidence costs, on conversations that the confidence was not fitted to.</summary>
/// <param name="Wrong">Share of wrong ones among the answers given, in [0, 1].</param>
/// <param name="Answered">Share of the questions that are answered, in [0, 1].</param>
public sealed record OperatingPoint(double Threshold, double Wrong, double Answered);
