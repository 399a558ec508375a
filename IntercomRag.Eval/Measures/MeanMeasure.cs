namespace IntercomRag.Eval.Measures;

/// <summary>The mean of each evaluator's metric, under its own name; yes is 1 and no is 0.</summary>
public sealed class MeanMeasure(IEnumerable<IEvaluator> evaluators) : ISetMeasure
{
    public IReadOnlyCollection<string> Names { get; } = [.. evaluators.SelectMany(evaluator => evaluator.EvaluationMetricNames)];

    public IEnumerable<SetMeasure> Of(IReadOnlyList<JudgedTurn> turns)
    {
        foreach (var name in Names)
        {
            var values = turns.Select(turn => Value(turn.Judgement, name)).OfType<double>().ToArray();
            if (values.Length > 0)
            {
                yield return new SetMeasure(name, values.Length, counts => Mean(values, counts));
            }
        }
    }

    /// <summary>Null when the metric does not apply.</summary>
    public static double? Value(EvaluationResult judgement, string name) => judgement.Metrics.TryGetValue(name, out var metric)
        ? metric switch
        {
            BooleanMetric { Value: { } yes } => yes ? 1 : 0,
            NumericMetric { Value: { } number } => number,
            _ => null,
        }
        : null;

    private static double? Mean(double[] values, int[] counts)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            sum += counts[i] * values[i];
            count += counts[i];
        }

        return count == 0 ? null : sum / count;
    }
}
