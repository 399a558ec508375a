namespace IntercomRag.Eval.Results;

/// <param name="Threshold">Confidence from which on is answered.</param>
/// <param name="Coverage">Share of conversations that are answered then, in [0, 1].</param>
/// <param name="Risk">Share of the answered ones whose first article is wrong, in [0, 1].</param>
public sealed record RiskCoveragePoint(double Threshold, double Coverage, double Risk);
