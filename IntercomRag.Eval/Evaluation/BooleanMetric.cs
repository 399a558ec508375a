namespace IntercomRag.Eval.Evaluation;

public sealed class BooleanMetric(string name, bool? value = null, string? reason = null) : EvaluationMetric<bool?>(name, value, reason);
