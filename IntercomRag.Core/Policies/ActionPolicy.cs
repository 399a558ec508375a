using IntercomRag.Core.Decisions;

namespace IntercomRag.Core.Policies;

/// <summary>What an intent or a sensitive topic leads to, and how soon a human should look.</summary>
public sealed record ActionPolicy(AssistantAction Action, Priority Priority);
