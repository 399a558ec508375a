using IntercomRag.Core.Decisions;

namespace IntercomRag.Core.Conversations;

/// <summary>What came of a turn: a decision that was carried out, or a reason to stay silent.</summary>
/// <param name="Decision">Null when the assistant stayed silent before it decided.</param>
/// <param name="Silence">Null when it acted.</param>
/// <param name="Again">Set when the turn is not over: when to go on with it.</param>
public sealed record TurnOutcome(Decision? Decision, SilenceReason? Silence, TimeSpan? Again = null)
{
    public static TurnOutcome Silent(SilenceReason reason, Decision? decision = null) => new(decision, reason);

    public static TurnOutcome Acted(Decision decision) => new(decision, null);
}
