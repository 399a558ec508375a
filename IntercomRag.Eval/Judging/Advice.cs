using IntercomRag.Core.Models;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Measures;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Judging;

/// <summary>What judging models say of a run. It stands apart from the measures: no rule of a gate can name it, and no baseline holds it.</summary>
public sealed class Advice(IModel model)
{
    private const int Digits = 6;

    private readonly ModelJudge[] _judges = [new RelevanceJudge(model), new GroundednessJudge(model), new CompletenessJudge(model)];

    public async ValueTask<EvaluationResult> OfAsync(Evaluators.TurnEvaluationContext turn, CancellationToken cancellationToken)
    {
        var metrics = new List<EvaluationMetric>();
        foreach (var judge in _judges)
        {
            metrics.AddRange((await judge.EvaluateAsync([], new(), null, [turn], cancellationToken)).Metrics.Values);
        }

        return new EvaluationResult(metrics);
    }

    /// <summary>Means over the turns on which there is a score. What gave none is counted.</summary>
    public IReadOnlyDictionary<string, MetricValue> Mean(IEnumerable<JudgedTurn> turns, TraceWarnings warnings)
    {
        var advised = turns.Select(turn => turn with { Judgement = turn.Advice ?? new EvaluationResult() }).ToList();
        foreach (var (turn, metric) in advised.SelectMany(turn => turn.Judgement.Metrics.Values, (turn, metric) => (turn, metric)))
        {
            if (metric.Interpretation?.Rating == EvaluationRating.Inconclusive)
            {
                warnings.Add("judge_inconclusive", $"\"{turn.Turn.Record?.Id ?? turn.Trace.ConversationId}\": {metric.Name}: {metric.Interpretation.Reason}");
            }
        }

        return new SortedDictionary<string, MetricValue>(
            new MeanMeasure(_judges).Of(advised).ToDictionary(measure => measure.Name, measure => measure.Measure()), StringComparer.Ordinal);
    }

    /// <summary>What is written of a conversation; null when it was not judged.</summary>
    public static IReadOnlyDictionary<string, MeasureResult>? Of(JudgedTurn turn) => turn.Advice is not { } advice
        ? null
        : new SortedDictionary<string, MeasureResult>(
            advice.Metrics.Values.OfType<NumericMetric>().Where(metric => metric.Value is not null).ToDictionary(
                metric => metric.Name,
                metric => new MeasureResult(Math.Round(metric.Value!.Value, Digits), metric.Interpretation?.Failed == false, metric.Reason)),
            StringComparer.Ordinal);
}
