namespace IntercomRag.Core.Conversations.Plans;

/// <summary>How far a plan got.</summary>
/// <param name="Silence">Set when nothing was sent because the conversation has changed.</param>
/// <param name="Again">Set when it cannot be told yet whether a call arrived: when to look again.</param>
public sealed record PlanResult(SilenceReason? Silence, TimeSpan? Again)
{
    public static PlanResult Done { get; } = new(null, null);

    public static PlanResult Silent(SilenceReason reason) => new(reason, null);

    public static PlanResult Later(TimeSpan delay) => new(null, delay);
}
