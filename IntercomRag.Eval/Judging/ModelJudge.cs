using System.Globalization;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Models;
using IntercomRag.Core.Telemetry;
using IntercomRag.Eval.Evaluators;
using Microsoft.Extensions.AI;

namespace IntercomRag.Eval.Judging;

/// <summary>
/// A measure that a model judges, from 1 to 5, with names, scale and settings of the evaluators in Microsoft.Extensions.AI.Evaluation.Quality. It asks through
/// <see cref="IModel"/>, so that its answers are recorded, replayed and paid for like those of a turn. It advises: what one model thinks of another is no
/// reason to fail a change.
/// </summary>
/// <param name="prompt">Name of its file.</param>
public abstract class ModelJudge(IModel model, string name, string prompt) : IEvaluator
{
    private const string Budget = "judge";
    private const int MaxOutputTokens = 800;
    private const double Pass = 4;

    private readonly JudgePrompt _prompt = JudgePrompt.Of(prompt);

    public IReadOnlyCollection<string> EvaluationMetricNames { get; } = [name];

    public async ValueTask<EvaluationResult> EvaluateAsync(
        IEnumerable<ChatMessage> messages,
        ChatResponse modelResponse,
        ChatConfiguration? chatConfiguration = null,
        IEnumerable<EvaluationContext>? additionalContext = null,
        CancellationToken cancellationToken = default)
    {
        if (additionalContext?.OfType<TurnEvaluationContext>().FirstOrDefault() is not { } turn)
        {
            return new EvaluationResult(Inconclusive($"No {nameof(TurnEvaluationContext)} was given."));
        }

        if (!turn.HasAnswered || turn.Trace is not { Question: { } question, Reply: { } reply } || MaterialOf(turn) is not { } material)
        {
            return new EvaluationResult();
        }

        var asked = _prompt.Fill([("question", question), ("answer", reply), .. material]);
        var answer = await model.AskAsync<JudgeScore>(
            new ModelQuestion(asked, Temperature: 0, MaxOutputTokens, new SubjectKey(Budget, turn.Trace.ConversationId)), cancellationToken);
        return new EvaluationResult(MetricOf(answer));
    }

    /// <summary>What is judged besides question and answer; null where the measure does not apply.</summary>
    protected abstract IEnumerable<(string Kind, string Text)>? MaterialOf(TurnEvaluationContext turn);

    private NumericMetric MetricOf(ModelAnswer<JudgeScore> answer)
    {
        var metric = answer.Value switch
        {
            null => Inconclusive($"The judge gave no answer: {CodeName.Of(answer.Failure ?? ModelFailure.Unreadable)}."),
            { Score: < 1 or > 5 } other => Inconclusive(string.Create(CultureInfo.InvariantCulture, $"The judge gave {other.Score}, and the scale is 1 to 5.")),
            { } score => Scored(score),
        };
        metric.Tell("eval-input-tokens", answer.Usage?.InputTokenCount);
        metric.Tell("eval-output-tokens", answer.Usage?.OutputTokenCount);
        metric.Tell("eval-total-tokens", answer.Usage?.TotalTokenCount);
        return metric;
    }

    private NumericMetric Scored(JudgeScore score)
    {
        var metric = new NumericMetric(name, score.Score, score.Explanation)
        {
            Interpretation = new EvaluationMetricInterpretation(Rate(score.Score), score.Score < Pass, score.Explanation),
        };
        metric.Diagnostics.Add(new EvaluationDiagnostic(EvaluationDiagnosticSeverity.Informational, score.Thoughts));
        return metric;
    }

    private NumericMetric Inconclusive(string why)
    {
        var metric = new NumericMetric(name) { Interpretation = new EvaluationMetricInterpretation(EvaluationRating.Inconclusive, failed: false, why) };
        metric.Diagnostics.Add(EvaluationDiagnostic.Error(why));
        return metric;
    }

    private static EvaluationRating Rate(int score) => score switch
    {
        5 => EvaluationRating.Exceptional,
        4 => EvaluationRating.Good,
        3 => EvaluationRating.Average,
        2 => EvaluationRating.Poor,
        _ => EvaluationRating.Unacceptable,
    };
}
