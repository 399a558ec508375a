namespace IntercomRag.Eval.Evaluation;

public sealed class EvaluationDiagnostic(EvaluationDiagnosticSeverity severity, string message)
{
    public EvaluationDiagnosticSeverity Severity { get; } = severity;

    public string Message { get; } = message;

    public static EvaluationDiagnostic Error(string message) => new(EvaluationDiagnosticSeverity.Error, message);
}
