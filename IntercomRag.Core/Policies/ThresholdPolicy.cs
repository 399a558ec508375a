namespace IntercomRag.Core.Policies;

/// <summary>The defaults are the values of the support teams that asked for these rules.</summary>
/// <param name="Answer">Confidence from which the assistant answers, in [0, 1]. Default 0.4.</param>
/// <param name="Choice">Confidence from which a question back offers the titles found, in [0, 1]. Default 0.2: half of what an answer needs.</param>
/// <param name="Link">Evidence from which a further article is linked, as a share of the first one's probability, in [0, 1]. Default 0.2.</param>
/// <param name="Links">Links at most. Default 3.</param>
/// <param name="Exchanges">Public replies without a result after which a human takes over. Default 10.</param>
/// <param name="UnhelpfulAnswers">Unhelpful turns in a row after which a human takes over. Default 2; before that a human is offered.</param>
/// <param name="Clarifications">Questions asked back in a row. Default 1; then a human is offered.</param>
public sealed record ThresholdPolicy(double Answer, double Choice, double Link, int Links, int Exchanges, int UnhelpfulAnswers, int Clarifications)
{
    /// <summary>
    /// Wrong answers that the team accepts, as a share of those given, such as 0.05. The threshold is then the least that kept to it in the
    /// calibration (<c>confidence.json</c>), whatever <see cref="Answer"/> says. Null, the default: <see cref="Answer"/> is the threshold.
    /// </summary>
    public double? WrongAnswers { get; init; }
}
