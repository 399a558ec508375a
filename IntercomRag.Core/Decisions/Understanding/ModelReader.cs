using IntercomRag.Core.Conversations;
using IntercomRag.Core.Models;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Decisions.Understanding;

/// <summary>
/// Asks a language model what the rules may have missed, and for the question behind a follow-up. It can add to what the rules read and take nothing
/// away: an explicit wish for a human never depends on it, and a handover that the rules see needs it no more.
/// </summary>
public sealed class ModelReader(IModel model, PromptLibrary prompts, SignalReader signals, DecisionPolicy policy)
{
    /// <summary>
    /// What the model is believed: the worst that it can do with these is a handover or a question too many. Thanks, small talk, vagueness, an opinion and a "no" would
    /// keep an answer from the customer, and are left to the rules.
    /// </summary>
    private static readonly HashSet<Signal> s_believed =
    [
        Signal.HumanRequest, Signal.UrgentProblem, Signal.LegalPrivacy, Signal.Refund, Signal.CancelAccount, Signal.Complaint, Signal.Unhelpful,
        Signal.Technical, Signal.Yes, Signal.OffTopic,
    ];

    public async Task<TurnUnderstanding> ReadAsync(Turn turn, TurnUnderstanding understanding, CancellationToken cancellationToken)
    {
        if (!model.IsConfigured || string.IsNullOrWhiteSpace(turn.Text) || policy.DecideWithoutEvidence(understanding.Signals) is { Action: AssistantAction.Escalate })
        {
            return understanding;
        }

        var reading = model.AskAsync<ModelReading>(prompts.Intent(turn, understanding.Language), cancellationToken);
        var question = turn.Before.Any()
            ? model.AskAsync<StandaloneQuestion>(prompts.Question(turn, understanding.Language), cancellationToken)
            : Task.FromResult(new ModelAnswer<StandaloneQuestion>(new StandaloneQuestion(""), null));
        await Task.WhenAll(reading, question);
        return Add(turn, understanding, OpinionOf(turn, await reading, await question));
    }

    private static ModelOpinion OpinionOf(Turn turn, ModelAnswer<ModelReading> reading, ModelAnswer<StandaloneQuestion> question) => new(
        CodeName.Read<Intent>(reading.Value?.Intent),
        (reading.Value?.Signals ?? []).Select(CodeName.Read<Signal>).OfType<Signal>().Union(SignalsOf(CodeName.Read<Intent>(reading.Value?.Intent))).ToHashSet(),
        reading.Value?.Language is { Length: 2 } language && language.All(char.IsAsciiLetter) ? language.ToLowerInvariant() : null,
        question.Value is { } asked ? AskedAgain.Read(asked.Question, turn) : null,
        [.. FailureOf(PromptName.Intent, reading.Failure), .. FailureOf(PromptName.Question, question.Failure)]);

    private static IEnumerable<string> FailureOf(PromptName prompt, ModelFailure? failure) =>
        failure is { } why ? [$"{CodeName.Of(prompt)}:{CodeName.Of(why)}"] : [];

    private TurnUnderstanding Add(Turn turn, TurnUnderstanding understanding, ModelOpinion opinion)
    {
        var known = understanding.Evidence.Select(evidence => evidence.Signal).ToHashSet();
        var added = opinion.Signals.Intersect(s_believed).Except(known).Order()
            .Select(signal => SignalEvidence.OfModel(signal, signals.ProbabilityOf(signal, turn.Text)))
            .ToList();
        var shown = understanding.Signals with { Shown = known.Concat(added.Select(evidence => evidence.Signal)).ToHashSet() };
        return understanding with
        {
            // Somebody who says so for the first time, in words that the rules do not know, is unhelped once.
            Signals = shown.Has(Signal.Unhelpful) && shown.Exchanges > 0 ? shown with { Unhelpful = Math.Max(shown.Unhelpful, 1) } : shown,
            Evidence = [.. understanding.Evidence.Select(evidence => evidence with { ByModel = opinion.Signals.Contains(evidence.Signal) }), .. added],
            Opinion = opinion,
        };
    }

    // The signal that an intent is read from, by DecisionPolicy.IntentOf.
    private static IEnumerable<Signal> SignalsOf(Intent? intent) => intent switch
    {
        Intent.HumanRequest => [Signal.HumanRequest],
        Intent.UrgentProblem => [Signal.UrgentProblem],
        Intent.Feedback => [Signal.Feedback],
        Intent.IncompleteInformation => [Signal.Vague],
        Intent.OffTopic => [Signal.OffTopic],
        Intent.TechnicalQuestion => [Signal.Technical],
        _ => [],
    };
}
