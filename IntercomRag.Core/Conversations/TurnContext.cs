using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Retrieval;

namespace IntercomRag.Core.Conversations;

/// <summary>Everything that is known when a turn is carried out.</summary>
/// <param name="Teams">Teams of the workspace.</param>
public sealed record TurnContext(
    Turn Turn,
    TurnUnderstanding Understanding,
    Evidence Evidence,
    Decision Decision,
    IReadOnlyList<Team> Teams);
