namespace IntercomRag.Core.Decisions.Intents;

/// <summary>
/// Fits, for each signal, weights w that make <c>½‖w‖² + c·Σ log(1 + exp(-yᵢ·w·xᵢ))</c> least, by ascending the dual one example at a time. The
/// order is shuffled with a fixed seed: the same examples give the same weights, bit for bit.
/// </summary>
internal static class LogisticRegression
{
    /// <summary>Passes over the examples. Twice as many hardly change the precision that <c>IntercomRag.Benchmarks -- intents</c> finds in cross-validation.</summary>
    private const int Rounds = 20;

    /// <summary>Squared length of an example: its features' and the constant's.</summary>
    private const float Square = 2;

    /// <param name="rows">Vectors of length 1 over the numbers below <paramref name="features"/>.</param>
    /// <param name="labels">For each row the signal that it shows, below <paramref name="signals"/>, or a negative number.</param>
    /// <param name="cost">How much one example's error counts against small weights.</param>
    public static WeightTable Fit(IReadOnlyList<SparseVector> rows, IReadOnlyList<int> labels, int features, int signals, float cost)
    {
        var weights = new WeightTable(features, signals);
        var margins = new float[weights.Width];
        var steps = new float[weights.Width];
        var logits = new float[rows.Count, signals];
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var shuffle = new Random(Seed: 1);
        for (var round = 0; round < Rounds; round++)
        {
            shuffle.Shuffle(order);
            foreach (var i in order)
            {
                weights.Score(rows[i], margins);
                for (var signal = 0; signal < signals; signal++)
                {
                    var sign = labels[i] == signal ? 1 : -1;

                    // The best multiplier is c·σ(t) where t + q·(c·σ(t) - before) + margin = 0. The left side rises with t, by at most
                    // 1 + q·c/4: a step of that size never overshoots, and the rounds make up for what is left. All start at 0.
                    var before = round == 0 ? 0 : cost * Sigmoid(logits[i, signal]);
                    var now = round == 0 ? StartLogit : logits[i, signal];
                    now -= (now + (Square * ((cost * Sigmoid(now)) - before)) + (sign * margins[signal])) / (1 + (Square * cost / 4));
                    logits[i, signal] = now;
                    steps[signal] = sign * ((cost * Sigmoid(now)) - before);
                }

                weights.Add(rows[i], steps);
            }
        }

        return weights;
    }

    private static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));

    // Near the multiplier 0, where an example stays that needs no weight.
    private const float StartLogit = -7;
}
