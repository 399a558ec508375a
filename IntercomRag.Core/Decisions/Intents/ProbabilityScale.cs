namespace IntercomRag.Core.Decisions.Intents;

/// <summary>Turns a classifier's score into a probability: <c>1 / (1 + exp(-(slope·score + offset)))</c> (Platt).</summary>
internal readonly record struct ProbabilityScale(double Slope, double Offset)
{
    private const int Rounds = 50;

    public double Of(double score) => 1 / (1 + Math.Exp(-((Slope * score) + Offset)));

    /// <param name="scored">Scores of texts that the classifier was not trained on, and whether each shows the signal.</param>
    public static ProbabilityScale Fit(IReadOnlyList<(double Score, bool Shows)> scored)
    {
        // Targets just short of 0 and 1, as if one more text of either kind had gone the other way: with few examples, certainty is not earned.
        var positives = scored.Count(item => item.Shows);
        var high = (positives + 1.0) / (positives + 2.0);
        var low = 1 / (scored.Count - positives + 2.0);
        var (slope, offset) = (1.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            // Newton on two unknowns; the small number keeps the division safe when all scores are alike.
            var (g1, g2, h11, h12, h22) = (0.0, 0.0, 1e-9, 0.0, 1e-9);
            foreach (var (score, shows) in scored)
            {
                var p = new ProbabilityScale(slope, offset).Of(score);
                var error = p - (shows ? high : low);
                var spread = p * (1 - p);
                g1 += error * score;
                g2 += error;
                h11 += spread * score * score;
                h12 += spread * score;
                h22 += spread;
            }

            var determinant = (h11 * h22) - (h12 * h12);
            var (stepSlope, stepOffset) = (((h22 * g1) - (h12 * g2)) / determinant, ((h11 * g2) - (h12 * g1)) / determinant);
            slope -= Math.Clamp(stepSlope, -1, 1);
            offset -= Math.Clamp(stepOffset, -1, 1);
            if (Math.Abs(stepSlope) + Math.Abs(stepOffset) < 1e-6)
            {
                break;
            }
        }

        return new ProbabilityScale(slope, offset);
    }
}
