using IntercomRag.Core.Models;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Evaluators;
using IntercomRag.Eval.Judging;
using IntercomRag.Eval.Measures;
using IntercomRag.Eval.Replay;
using IntercomRag.Eval.Results;
using Microsoft.Extensions.AI;

namespace IntercomRag.Eval.Scoring;

/// <summary>From traces and labels to a result. It does not know whether the turns were replayed or happened.</summary>
public sealed class Scorer
{
    private readonly IReadOnlyList<IEvaluator> _evaluators;
    private readonly IReadOnlyList<ISetMeasure> _measures;
    private readonly ArticleCatalogue? _catalogue;
    private readonly Advice? _advice;
    private readonly bool _withTimes;

    /// <param name="price">US dollars for a million tokens of a model, in and out.</param>
    /// <param name="judge">Model that gives advice on the answers; null for none.</param>
    /// <param name="withTimes">Puts times of spans into the result, which then differs from run to run.</param>
    public Scorer(ArticleCatalogue? catalogue, (double Input, double Output)? price, bool withTimes, IModel? judge = null)
    {
        _catalogue = catalogue;
        _advice = judge is null ? null : new Advice(judge);
        _withTimes = withTimes;
        _evaluators =
        [
            new RecallEvaluator(),
            new ReciprocalRankEvaluator(),
            new NdcgEvaluator(),
            new KeyFactsEvaluator(),
            new TokenF1Evaluator(),
            new GroundednessEvaluator(),
            new LinksKnownEvaluator(),
            new LanguageEvaluator(),
            new LengthEvaluator(),
            new ToneEvaluator(),
            new ActionEvaluator(),
            new ReasonEvaluator(),
            new HandoverEvaluator(),
            new HumanFirstEvaluator(),
            new PublishedOnlyEvaluator(),
            new PersonalDataEvaluator(),
            new WrittenAnswerEvaluator(),
            new ModelCostEvaluator(price),
        ];
        _measures =
        [
            new MeanMeasure(_evaluators),
            new EscalationMeasure(),
            new AurocMeasure(),
            new CalibrationMeasure(),
            new RiskCoverageMeasure(),
            new OperatingPointMeasure(),
        ];
    }

    public async Task<RunResult> ScoreAsync(RunInfo run, IReadOnlyList<ReplayedTurn> turns, TraceWarnings warnings, CancellationToken cancellationToken)
    {
        var judged = new JudgedTurn[turns.Count];
        await Parallel.ForAsync(0, turns.Count, cancellationToken, async (i, token) => judged[i] = await JudgeAsync(turns[i], token));
        CheckGold(turns, warnings);
        var advice = _advice?.Mean(judged, warnings);
        return new RunResult(
            run,
            Measure(judged),
            Slices(judged),
            new Charts(Confusion.Of(judged), CalibrationMeasure.Diagram(judged), RiskCoverageMeasure.Curve(judged)),
            [.. warnings.All.Select(warning => new RunWarning(warning.Kind, warning.Count, warning.First))],
            [.. judged.AsParallel().AsOrdered().Select(turn => ConversationResults.Of(turn, _withTimes))])
        {
            Advice = advice,
        };
    }

    private async ValueTask<JudgedTurn> JudgeAsync(ReplayedTurn turn, CancellationToken cancellationToken)
    {
        var context = new TurnEvaluationContext(turn.Trace, turn.Record, _catalogue);
        var messages = new[] { new ChatMessage(ChatRole.User, turn.Trace.Question ?? "") };
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, turn.Trace.Reply ?? ""));
        var metrics = new List<EvaluationMetric>();
        foreach (var evaluator in _evaluators)
        {
            metrics.AddRange((await evaluator.EvaluateAsync(messages, response, null, [context], cancellationToken)).Metrics.Values);
        }

        return new JudgedTurn(context, new EvaluationResult(metrics)) { Advice = _advice is null ? null : await _advice.OfAsync(context, cancellationToken) };
    }

    private SortedDictionary<string, MetricValue> Measure(IReadOnlyList<JudgedTurn> turns) => new(
        _measures.SelectMany(measure => measure.Of(turns)).AsParallel().Select(measure => (measure.Name, Value: measure.Measure()))
            .ToDictionary(measure => measure.Name, measure => measure.Value),
        StringComparer.Ordinal);

    private SortedDictionary<string, IReadOnlyDictionary<string, MetricValue>> Slices(IReadOnlyList<JudgedTurn> turns)
    {
        var slices = By("locale", turn => turn.Turn.Record?.Locale ?? turn.Trace.Language)
            .Concat(By("reason", turn => turn.Gold?.Reason))
            .Concat(By("source", turn => turn.Turn.Record?.Source));
        return new(slices.ToDictionary(slice => slice.Name, slice => (IReadOnlyDictionary<string, MetricValue>)Measure(slice.Turns)), StringComparer.Ordinal);

        IEnumerable<(string Name, List<JudgedTurn> Turns)> By(string kind, Func<JudgedTurn, string?> value) =>
            turns.Where(turn => value(turn) is not null).GroupBy(value, StringComparer.Ordinal).Select(group => ($"{kind}={group.Key}", group.ToList()));
    }

    private void CheckGold(IReadOnlyList<ReplayedTurn> turns, TraceWarnings warnings)
    {
        foreach (var record in turns.Select(turn => turn.Record).Where(record => record?.Gold is not null && _catalogue is not null))
        {
            foreach (var article in record!.Gold!.ArticleIds.Where(article => !_catalogue!.Contains(article)))
            {
                warnings.Add("unknown_article", $"{record.Origin}: \"{record.Id}\": gold.article_ids names \"{article}\", which is not among the articles");
            }
        }
    }
}
