namespace IntercomRag.Eval.Evaluation;

public class EvaluationMetric<T>(string name, T? value, string? reason = null) : EvaluationMetric(name, reason)
{
    public T? Value { get; set; } = value;
}
