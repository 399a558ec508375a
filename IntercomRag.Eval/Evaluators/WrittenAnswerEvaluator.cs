namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>answer.written</c>: 1 when the reply is in the words of the model that was asked for it, 0 when it failed and articles were quoted, or when too little was
/// left of what it wrote. Measured where a model was asked for the answer. Informs.
/// </summary>
public sealed class WrittenAnswerEvaluator : TurnEvaluator
{
    public const string Name = "answer.written";

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn) => !turn.IsWritingAsked
        ? []
        : [Share(Name, turn.IsWritten ? 1 : 0, pass: null, turn.IsWritten ? null : turn.Trace.ModelFallback ?? $"{turn.Trace.Outcome}, {turn.Trace.Reason}")];
}
