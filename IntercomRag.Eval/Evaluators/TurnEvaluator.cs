using Microsoft.Extensions.AI;

namespace IntercomRag.Eval.Evaluators;

/// <summary>An evaluator of one turn. What does not apply to a turn gets no metric.</summary>
public abstract class TurnEvaluator : IEvaluator
{
    public abstract IReadOnlyCollection<string> EvaluationMetricNames { get; }

    public ValueTask<EvaluationResult> EvaluateAsync(
        IEnumerable<ChatMessage> messages,
        ChatResponse modelResponse,
        ChatConfiguration? chatConfiguration = null,
        IEnumerable<EvaluationContext>? additionalContext = null,
        CancellationToken cancellationToken = default)
    {
        if (additionalContext?.OfType<TurnEvaluationContext>().FirstOrDefault() is { } turn)
        {
            return ValueTask.FromResult(new EvaluationResult(Evaluate(turn)));
        }

        // As the library does: a missing input is a diagnostic of a metric without a value.
        return ValueTask.FromResult(new EvaluationResult(EvaluationMetricNames.Select(name =>
        {
            var metric = new EvaluationMetric(name);
            metric.Diagnostics.Add(EvaluationDiagnostic.Error($"No {nameof(TurnEvaluationContext)} was given."));
            return metric;
        })));
    }

    public abstract IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn);

    /// <summary>Passes when true.</summary>
    protected static BooleanMetric YesNo(string name, bool value, string? reason = null) => new(name, value, reason)
    {
        Interpretation = new EvaluationMetricInterpretation(value ? EvaluationRating.Exceptional : EvaluationRating.Unacceptable, failed: !value, reason),
    };

    /// <summary>A share in [0, 1] that passes from <paramref name="pass"/> on; null for one that only informs.</summary>
    protected static NumericMetric Share(string name, double value, double? pass, string? reason = null) => new(name, value, reason)
    {
        Interpretation = new EvaluationMetricInterpretation(Rate(value), pass is not null && value < pass, reason),
    };

    // The bounds of Microsoft.Extensions.AI.Evaluation.NLP.
    private static EvaluationRating Rate(double value) => value switch
    {
        > 0.8 => EvaluationRating.Exceptional,
        > 0.6 => EvaluationRating.Good,
        > 0.4 => EvaluationRating.Average,
        > 0.2 => EvaluationRating.Poor,
        _ => EvaluationRating.Unacceptable,
    };
}
