using IntercomRag.Core.Decisions.Phrases;
using IntercomRag.Core.Retrieval;

namespace IntercomRag.Core.Policies;

/// <summary>Everything in the policy folder, checked.</summary>
public sealed record PolicySet(AssistantPolicy Assistant, PhraseBook Phrases, MessageCatalog Messages, ConfidenceModel Confidence)
{
    /// <summary>Twelve hexadecimal digits over names and bytes of the files: traces and reports name what they were made with.</summary>
    public string Version { get; init; } = "";
}
