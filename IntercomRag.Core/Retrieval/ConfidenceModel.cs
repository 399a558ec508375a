namespace IntercomRag.Core.Retrieval;

/// <summary>
/// How likely it is that the first article answers: a logistic regression over two features. Its numbers stand in <c>policies/confidence.json</c>
/// and are fitted to recorded conversations by <c>IntercomRag.Eval calibrate</c>.
/// </summary>
/// <param name="Intercept">Log-odds without any evidence.</param>
/// <param name="ProbabilityWeight">For each unit of the log-odds of <see cref="ConfidenceFeatures.Probability"/>.</param>
/// <param name="CoverageWeight">For full <see cref="ConfidenceFeatures.Coverage"/>.</param>
/// <param name="FittedOn">Which run the numbers come from, for people.</param>
public sealed record ConfidenceModel(double Intercept, double ProbabilityWeight, double CoverageWeight, string FittedOn)
{
    /// <summary>
    /// Where the log-odds of a probability end. The belief that one article out of a few is meant can come as near to certainty as it likes; how often
    /// such an article answers does not.
    /// </summary>
    private const double Certain = 0.998;

    /// <summary>What thresholds cost, the lowest first.</summary>
    public IReadOnlyList<OperatingPoint> OperatingPoints { get; init; } = [];

    /// <summary>The least threshold from which on no more than a share of the answers is wrong; null when none is known to keep to it.</summary>
    public double? ThresholdFor(double wrong) =>
        OperatingPoints.Reverse().TakeWhile(point => point.Wrong <= wrong).LastOrDefault()?.Threshold;

    /// <summary>In [0, 1].</summary>
    public double Of(ConfidenceFeatures features) => 1 / (1 + Math.Exp(-(Intercept + (ProbabilityWeight * LogOdds(features)) + (CoverageWeight * features.Coverage))));

    /// <summary>Log-odds of the probability, as the regression takes them.</summary>
    public static double LogOdds(ConfidenceFeatures features)
    {
        var probability = Math.Clamp(features.Probability, 1 - Certain, Certain);
        return Math.Log(probability / (1 - probability));
    }
}
