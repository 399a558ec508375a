using IntercomRag.Core.Decisions.Phrases;
using IntercomRag.Core.Retrieval;

namespace IntercomRag.Core.Policies;

/// <summary>Everything in the policy folder, checked.</summary>
public sealed record PolicySet(AssistantPolicy Assistant, PhraseBook Phrases, MessageCatalog Messages, ConfidenceModel Confidence);
