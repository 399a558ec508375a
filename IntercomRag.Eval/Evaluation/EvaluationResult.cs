using System.Diagnostics.CodeAnalysis;

namespace IntercomRag.Eval.Evaluation;

public sealed class EvaluationResult(params IEnumerable<EvaluationMetric> metrics)
{
    public IDictionary<string, EvaluationMetric> Metrics { get; } = metrics.ToDictionary(metric => metric.Name, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">There is no such metric.</exception>
    public T Get<T>(string metricName)
        where T : EvaluationMetric =>
        TryGet<T>(metricName, out var metric) ? metric : throw new KeyNotFoundException($"No metric {metricName} of type {typeof(T).Name}.");

    public bool TryGet<T>(string metricName, [NotNullWhen(true)] out T? value)
        where T : EvaluationMetric
    {
        value = Metrics.TryGetValue(metricName, out var metric) ? metric as T : null;
        return value is not null;
    }
}
