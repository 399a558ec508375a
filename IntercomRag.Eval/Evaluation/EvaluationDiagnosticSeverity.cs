namespace IntercomRag.Eval.Evaluation;

public enum EvaluationDiagnosticSeverity
{
    Informational,
    Warning,
    Error,
}
