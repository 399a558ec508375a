using System.Globalization;
using IntercomRag.Core.Answers;
using IntercomRag.Core.Answers.Generated;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Models;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;

namespace IntercomRag.Core.Prompts;

/// <summary>Everything that a model is ever asked, from the files in <c>policies/prompts</c>. The same turn gives the same bytes.</summary>
public sealed class PromptLibrary(PolicySet policies)
{
    /// <summary>Answered by a <see cref="GeneratedAnswer"/>.</summary>
    public ModelQuestion Answer(AnswerRequest request, ListedPassages passages)
    {
        var language = request.Understanding.Language;
        var file = policies.Prompts[PromptName.Answer, language];
        var material = Start(language).Profile(request.Turn.Customer, CultureInfo.GetCultureInfo(language)).Conversation(request.Turn).Documents(passages);
        return Render(file, material, request.Turn, request.Understanding.Tone);
    }

    /// <summary>Answered by a <see cref="ModelReading"/>.</summary>
    /// <param name="language">Of the prompt: one that the policy supports.</param>
    public ModelQuestion Intent(Turn turn, string language) =>
        Render(policies.Prompts[PromptName.Intent, language], Start(language).Conversation(turn), turn, policies.Assistant.Tone.Default);

    /// <summary>Answered by a <see cref="StandaloneQuestion"/>.</summary>
    /// <param name="language">Of the prompt and of the question: one that the policy supports.</param>
    public ModelQuestion Question(Turn turn, string language) =>
        Render(policies.Prompts[PromptName.Question, language], Start(language).Conversation(turn), turn, policies.Assistant.Tone.Default);

    /// <summary>Answered by a <see cref="SecondLook"/>.</summary>
    /// <param name="sentences">Each with the ids of its passages; numbered from 1 by their order.</param>
    public ModelQuestion Verify(
        Turn turn, string language, IReadOnlyList<(string Text, IReadOnlyList<string> Passages)> sentences, ListedPassages passages)
    {
        var lines = sentences.Select((sentence, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} ({string.Join(", ", sentence.Passages)}): {sentence.Text}"));
        var material = Start(language).Documents(passages).Sentences(lines);
        return Render(policies.Prompts[PromptName.Verify, language], material, turn, policies.Assistant.Tone.Default);
    }

    private PromptMaterial Start(string language) => new PromptMaterial()
        .Own(PromptPlace.Company, policies.Assistant.Company)
        .Own(PromptPlace.Language, CultureInfo.GetCultureInfo(language).NativeName);

    private static ModelQuestion Render(PromptFile file, PromptMaterial material, Turn turn, Tone tone)
    {
        material.Own(PromptPlace.Tone, file.Tones.GetValueOrDefault(tone, "")).Own(PromptPlace.Style, file.Styles.GetValueOrDefault(tone, ""));
        var prompt = new Prompt(Telemetry.CodeName.Of(file.Name), file.Version, material.Fill(file.Instructions), material.Fill(file.Input));
        return new ModelQuestion(prompt, file.Temperature, file.MaxOutputTokens, turn.Subject) { Turn = turn.Allowance, People = turn.People };
    }
}
