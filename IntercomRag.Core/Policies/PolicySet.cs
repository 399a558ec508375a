using IntercomRag.Core.Answers.Verification;
using IntercomRag.Core.Decisions.Intents;
using IntercomRag.Core.Decisions.Phrases;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.CrossLanguage;

namespace IntercomRag.Core.Policies;

/// <summary>Everything in the policy folder, checked.</summary>
/// <param name="Intents">Trained when first asked for, which is at the start of a host; copies of the set share it.</param>
public sealed record PolicySet(
    AssistantPolicy Assistant, PhraseBook Phrases, Lazy<IntentClassifier> Intents, MessageCatalog Messages, ConfidenceModel Confidence)
{
    /// <summary>Words of support in general, for questions whose answer is in another language.</summary>
    public SupportVocabulary Vocabulary { get; init; } = SupportVocabulary.Empty;

    /// <summary>Which words say the same, when an answer that a model wrote is checked.</summary>
    public Wording Wording { get; init; } = Wording.Empty;

    /// <summary>What a model is asked.</summary>
    public PromptBook Prompts { get; init; } = PromptBook.Empty;

    /// <summary>Twelve hexadecimal digits over names and bytes of the files: traces and reports name what they were made with.</summary>
    public string Version { get; init; } = "";
}
