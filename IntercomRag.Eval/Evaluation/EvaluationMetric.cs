namespace IntercomRag.Eval.Evaluation;

public class EvaluationMetric(string name, string? reason = null)
{
    public string Name { get; } = name;

    public string? Reason { get; set; } = reason;

    public EvaluationMetricInterpretation? Interpretation { get; set; }

    public IList<EvaluationDiagnostic> Diagnostics { get; } = [];
}
