using IntercomRag.Core.Decisions.Phrases;

namespace IntercomRag.Core.Policies;

/// <summary>Everything in the policy folder, checked.</summary>
public sealed record PolicySet(AssistantPolicy Assistant, PhraseBook Phrases, MessageCatalog Messages);
