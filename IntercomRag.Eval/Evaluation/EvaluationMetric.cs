using System.Globalization;

namespace IntercomRag.Eval.Evaluation;

public class EvaluationMetric(string name, string? reason = null)
{
    public string Name { get; } = name;

    public string? Reason { get; set; } = reason;

    public EvaluationMetricInterpretation? Interpretation { get; set; }

    public IList<EvaluationDiagnostic> Diagnostics { get; } = [];

    /// <summary>How it came about, such as <c>eval-input-tokens</c>; null when nothing is known.</summary>
    public IDictionary<string, string>? Metadata { get; set; }

    internal void Tell(string key, long? value)
    {
        if (value is { } known)
        {
            (Metadata ??= new Dictionary<string, string>())[key] = known.ToString(CultureInfo.InvariantCulture);
        }
    }
}
