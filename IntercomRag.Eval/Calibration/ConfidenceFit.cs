using IntercomRag.Core.Retrieval;

namespace IntercomRag.Eval.Calibration;

/// <summary>Fits a <see cref="ConfidenceModel"/> to examples: logistic regression by Newton's method, the same numbers for the same examples.</summary>
internal static class ConfidenceFit
{
    private const int Numbers = 3;

    // Three numbers settle in half a dozen steps.
    private const int Steps = 20;

    /// <summary>Keeps the numbers finite when the examples are all right or all wrong.</summary>
    private const double Penalty = 0.001;

    /// <param name="examples">At least one right and one wrong.</param>
    public static ConfidenceModel Fit(IReadOnlyCollection<ConfidenceExample> examples, string fittedOn)
    {
        var weights = new double[Numbers];
        for (var step = 0; step < Steps; step++)
        {
            var (slope, curve) = Derivatives(examples, weights);
            var change = Solve(curve, slope);
            for (var i = 0; i < Numbers; i++)
            {
                weights[i] += change[i];
            }
        }

        return new ConfidenceModel(Rounded(weights[0]), Rounded(weights[1]), Rounded(weights[2]), fittedOn);
    }

    private static (double[] Slope, double[,] Curve) Derivatives(IReadOnlyCollection<ConfidenceExample> examples, double[] weights)
    {
        var slope = new double[Numbers];
        var curve = new double[Numbers, Numbers];
        for (var i = 0; i < Numbers; i++)
        {
            slope[i] = -Penalty * weights[i];
            curve[i, i] = Penalty;
        }

        Span<double> inputs = stackalloc double[Numbers];
        foreach (var example in examples)
        {
            inputs[0] = 1;
            inputs[1] = ConfidenceModel.LogOdds(example.Features);
            inputs[2] = example.Features.Coverage;
            var sum = (weights[0] * inputs[0]) + (weights[1] * inputs[1]) + (weights[2] * inputs[2]);
            var expected = 1 / (1 + Math.Exp(-sum));
            for (var i = 0; i < Numbers; i++)
            {
                slope[i] += example.Weight * ((example.IsRight ? 1 : 0) - expected) * inputs[i];
                for (var j = 0; j < Numbers; j++)
                {
                    curve[i, j] += example.Weight * expected * (1 - expected) * inputs[i] * inputs[j];
                }
            }
        }

        return (slope, curve);
    }

    // Gaussian elimination; the penalty on the diagonal keeps every pivot above zero.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var x = (double[])right.Clone();
        for (var pivot = 0; pivot < Numbers; pivot++)
        {
            for (var row = pivot + 1; row < Numbers; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < Numbers; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }

                x[row] -= factor * x[pivot];
            }
        }

        for (var row = Numbers - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < Numbers; column++)
            {
                x[row] -= matrix[row, column] * x[column];
            }

            x[row] /= matrix[row, row];
        }

        return x;
    }

    private static double Rounded(double number) => Math.Round(number, 3);
}
