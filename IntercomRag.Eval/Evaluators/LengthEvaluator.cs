namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>answer.length</c>: characters of the reply. Passes up to 1,400: a quotation of 700, greeting, introduction and three links fill the
/// Messenger's window about twice; beyond that people do not read.
/// </summary>
public sealed class LengthEvaluator : TurnEvaluator
{
    public const string Name = "answer.length";

    private const int Longest = 1400;

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        if (turn.Trace.ReplyLength is not { } length || !turn.Trace.HasReplied)
        {
            return [];
        }

        var failed = length is 0 or > Longest;
        var reason = failed ? $"{length} characters" : null;
        return
        [
            new NumericMetric(Name, length, reason)
            {
                Interpretation = new EvaluationMetricInterpretation(failed ? EvaluationRating.Poor : EvaluationRating.Exceptional, failed, reason),
            },
        ];
    }
}
