namespace IntercomRag.Eval.Evaluation;

public sealed class NumericMetric(string name, double? value = null, string? reason = null) : EvaluationMetric<double?>(name, value, reason);
