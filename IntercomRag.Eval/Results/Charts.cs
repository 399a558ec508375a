namespace IntercomRag.Eval.Results;

/// <param name="Confusion">Expected against taken actions; null when no conversation says what was expected.</param>
/// <param name="Reliability">Confidence against the share of right first articles, ten bins of equal width, empty ones left out.</param>
/// <param name="RiskCoverage">From the most confident on: how many are wrong when that share is answered. At most 200 points.</param>
public sealed record Charts(
    ConfusionMatrix? Confusion, IReadOnlyList<ReliabilityBin> Reliability, IReadOnlyList<RiskCoveragePoint> RiskCoverage);
