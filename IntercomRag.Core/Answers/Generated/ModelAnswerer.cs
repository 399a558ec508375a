using System.Diagnostics;
using IntercomRag.Core.Answers.Verification;
using IntercomRag.Core.Models;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Answers.Generated;

/// <summary>
/// Lets the configured model write the answer, and keeps of it what its passages say. A model that fails is replaced by the quotation that there would be
/// without it, when the policy wants that; one that says "not answerable" is believed.
/// </summary>
public sealed class ModelAnswerer(IModel model, PromptLibrary prompts, AnswerVerifier verifier, ExtractiveAnswerer extractive, PolicySet policies) : IAnswerer
{
    /// <summary>The prompt allows eight. Each is laid beside every statement of its passages, so there has to be an end.</summary>
    private const int MostSentences = 60;

    private readonly GeneratedAnswerPolicy _policy = policies.Assistant.GeneratedAnswers;

    public async Task<ComposedAnswer> ComposeAsync(AnswerRequest request, CancellationToken cancellationToken)
    {
        if (request.Evidence.Articles.Count == 0)
        {
            return new ComposedAnswer(null);
        }

        var passages = PassageSelection.Of(request.Evidence, policies.Assistant.Thresholds);
        var answer = await model.AskAsync<GeneratedAnswer>(prompts.Answer(request, passages), cancellationToken);
        if (answer.Value is not { } generated || !IsWellFormed(generated))
        {
            return await FallBackAsync(answer.Failure ?? ModelFailure.Unreadable, request, cancellationToken);
        }

        if (!generated.Answerable)
        {
            return new ComposedAnswer(null, AnswerRules.NotAnswerable);
        }

        var language = request.Understanding.Language;
        var verified = verifier.Verify(generated, passages, language);
        if (verified.Answers && _policy.SecondLook)
        {
            verified = await LookAgainAsync(verified, request, passages, cancellationToken);
        }

        Activity.Current?.SetTag(TelemetryNames.Attributes.Cut, verified.Cut.Select(CodeName.Of).ToArray());
        return verified.Answers
            ? new ComposedAnswer(new AnswerDraft(
                WrittenBlocks.Of(verified.Sentences, passages.All[0].Passage), ArticleLinks.Of(request.Evidence, policies.Assistant.Thresholds)))
            : new ComposedAnswer(null);
    }

    private async Task<ComposedAnswer> FallBackAsync(ModelFailure failure, AnswerRequest request, CancellationToken cancellationToken)
    {
        Activity.Current?.SetTag(TelemetryNames.Attributes.ModelFallback, CodeName.Of(failure));
        var fallback = failure == ModelFailure.BudgetSpent ? _policy.WhenBudgetSpent : _policy.Fallback;
        return fallback == ModelFallback.HandOver
            ? new ComposedAnswer(null, AnswerRules.ModelFailed)
            : await extractive.ComposeAsync(request, cancellationToken) with { IsSuggestion = fallback == ModelFallback.Suggest };
    }

    // It may only cut: when it fails, what the code let pass stands.
    private async Task<VerifiedAnswer> LookAgainAsync(VerifiedAnswer verified, AnswerRequest request, ListedPassages passages, CancellationToken cancellationToken)
    {
        var ids = passages.All.ToDictionary(entry => entry.Passage, entry => entry.Id);
        var sentences = verified.Sentences.Select(sentence => (sentence.Text, (IReadOnlyList<string>)[.. sentence.Passages.Select(passage => ids[passage])])).ToList();
        var look = await model.AskAsync<SecondLook>(prompts.Verify(request.Turn, request.Understanding.Language, sentences, passages), cancellationToken);
        return look.Value?.Unsupported is { Count: > 0 } unsupported ? verifier.Cut(verified, unsupported.Select(number => number - 1).ToHashSet()) : verified;
    }

    // What JSON leaves out arrives as null, whatever the types say.
    private static bool IsWellFormed(GeneratedAnswer answer) =>
        !answer.Answerable
        || answer.Sentences is { Count: > 0 and <= MostSentences } && answer.Sentences.All(sentence => sentence is { Text: not null, Passages: not null } && sentence.Passages.All(id => id is not null));
}
