namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>cost.input_tokens</c>, <c>cost.output_tokens</c> and, with a price, <c>cost.usd</c> of a turn. Measured where a model was asked. Informs.
/// </summary>
/// <param name="price">US dollars for a million tokens, in and out; null when it is not known.</param>
public sealed class ModelCostEvaluator((double Input, double Output)? price) : TurnEvaluator
{
    public const string InputTokens = "cost.input_tokens";
    public const string OutputTokens = "cost.output_tokens";
    public const string Dollars = "cost.usd";

    private const double Million = 1_000_000;

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [InputTokens, OutputTokens, Dollars];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        if (turn.Trace.Model is not { } model)
        {
            yield break;
        }

        yield return new NumericMetric(InputTokens, model.InputTokens);
        yield return new NumericMetric(OutputTokens, model.OutputTokens);
        if (price is { } known)
        {
            yield return new NumericMetric(Dollars, ((model.InputTokens * known.Input) + (model.OutputTokens * known.Output)) / Million);
        }
    }
}
