namespace IntercomRag.Core.Conversations.Plans;

/// <summary>How far a plan got.</summary>
/// <param name="Plan">The plan, with what it turned out to cover.</param>
/// <param name="Silence">Set when nothing was sent because the conversation has changed.</param>
/// <param name="Again">Set when it cannot be told yet whether a call arrived: when to look again.</param>
public sealed record PlanResult(TurnPlan Plan, SilenceReason? Silence = null, TimeSpan? Again = null);
