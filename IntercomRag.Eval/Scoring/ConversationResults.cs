using System.Globalization;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Evaluators;
using IntercomRag.Eval.Judging;
using IntercomRag.Eval.Measures;
using IntercomRag.Eval.Recorded;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Scoring;

/// <summary>Writes a judged turn down.</summary>
internal static class ConversationResults
{
    private const int Passages = 10;
    private const int Excerpt = 300;
    private const int AttributeLength = 400;
    private const int Digits = 6;

    public static ConversationResult Of(JudgedTurn turn, bool withTimes)
    {
        var (trace, record) = (turn.Trace, turn.Turn.Record);
        var measures = turn.Judgement.Metrics.Values
            .Select(metric => (metric, Value: MeanMeasure.Value(turn.Judgement, metric.Name)))
            .Where(measure => measure.Value is not null)
            .ToDictionary(measure => measure.metric.Name, measure => Measure(measure.metric, measure.Value!.Value));
        var judged = measures.Values.Where(measure => measure.Passed is not null).ToList();
        return new ConversationResult(
            record?.Id ?? trace.ConversationId,
            record?.Locale ?? trace.Language,
            record?.Source,
            Turns(turn.Turn),
            turn.Gold is { } gold ? Expected(gold) : null,
            Got(trace),
            [.. PassagesOf(turn.Turn)],
            new SortedDictionary<string, MeasureResult>(measures, StringComparer.Ordinal),
            judged.Count == 0 ? null : judged.All(measure => measure.Passed == true),
            [.. Spans(trace, withTimes)])
        {
            Advice = Advice.Of(turn),
        };
    }

    private static MeasureResult Measure(EvaluationMetric metric, double value) =>
        new(Math.Round(value, Digits), CanFail(metric) ? metric.Interpretation?.Failed == false : null, metric.Reason);

    // A number that is only described has an interpretation that never fails; those that judge are listed with the gate's measures.
    private static bool CanFail(EvaluationMetric metric) =>
        metric is BooleanMetric || metric.Name is KeyFactsEvaluator.Name or GroundednessEvaluator.Name or LengthEvaluator.Name;

    private static IReadOnlyList<TurnText> Turns(TurnEvaluationContext turn) => turn.Record is { } record
        ? [.. record.Turns.Select(recorded => new TurnText(RoleOf(recorded.Author), recorded.Text))]
        : turn.Trace.Question is { } question ? [new TurnText("customer", question)] : [];

    private static string RoleOf(AuthorKind author) => author switch
    {
        AuthorKind.Customer => "customer",
        AuthorKind.Agent => "human",
        AuthorKind.Assistant => "assistant",
        _ => "other_bot",
    };

    private static Expectation Expected(GoldLabel gold) =>
        new(gold.Action, gold.Accept, gold.Reason, gold.ArticleIds, gold.Answer, gold.MustContain, gold.Answerable);

    private static Outcome Got(TurnTrace trace) => new(
        trace.Outcome,
        trace.Silence ?? trace.Reason,
        trace.Silence is null ? trace.Rule : null,
        trace.Intent,
        trace.Priority,
        trace.Confidence is { } confidence ? Math.Round(confidence, Digits) : null,
        trace.Language,
        trace.Tone,
        trace.Signals,
        trace.QueryTerms,
        trace.CitedArticles,
        trace.Links,
        [.. trace.Sends.Where(send => !send.IsError).Select(send => send.Kind)],
        trace.Sends.FirstOrDefault(send => send.Team is not null)?.Team,
        trace.HasReplied || trace.Sends.Count > 0 ? trace.Reply : null);

    private static IEnumerable<PassageResult> PassagesOf(TurnEvaluationContext turn)
    {
        var trace = turn.Trace;
        var documents = trace.Documents.ToDictionary(document => document.Id, StringComparer.Ordinal);
        foreach (var passage in trace.Passages.DistinctBy(passage => passage.Id.Split('#')[0]).Take(Passages))
        {
            var document = documents.GetValueOrDefault(passage.Id.Split('#')[0]);
            var article = TurnEvaluationContext.ArticleOf(passage.Id);
            yield return new PassageResult(
                passage.Id,
                article,
                passage.Score,
                document?.Score ?? 0,
                turn.Gold?.ArticleIds.Contains(article) == true,
                trace.CitedArticles.Contains(passage.Id.Split('#')[0]),
                document?.Title,
                trace.PassageTexts.TryGetValue(passage.Id, out var text) ? Cut(text, Excerpt) : null);
        }
    }

    private static IEnumerable<SpanResult> Spans(TurnTrace trace, bool withTimes)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var span in trace.Spans)
        {
            var depth = span.ParentSpanId is { } parent && depths.TryGetValue(parent, out var above) ? above + 1 : 0;
            depths[span.SpanId] = depth;
            var attributes = span.Attributes.ToDictionary(attribute => attribute.Key, attribute => Cut(Written(attribute.Value), AttributeLength));
            yield return new SpanResult(
                span.Name,
                depth,
                span.IsError,
                new SortedDictionary<string, string>(attributes, StringComparer.Ordinal),
                withTimes ? Math.Round((span.Start - trace.Start).TotalMilliseconds, 3) : null,
                withTimes ? Math.Round(span.Duration.TotalMilliseconds, 3) : null);
        }
    }

    private static string Written(object? value) => value switch
    {
        double number => Math.Round(number, Digits).ToString(CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IEnumerable<string> texts => string.Join(", ", texts),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length] + "…";
}
