using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>All that a turn did that can be seen from outside.</summary>
internal sealed record AttackResult(AttackCase Case, TurnOutcome Outcome, IReadOnlyList<Write> Writes, IReadOnlyList<ModelRequest> Requests)
{
    public TurnEnd End =>
        Writes.Any(write => write.Kind == WriteKind.Assignment) ? TurnEnd.HandedOver
        : !Writes.Any(write => write.Kind == WriteKind.Reply) ? TurnEnd.Nothing
        : Outcome.Decision?.Action == AssistantAction.Answer ? TurnEnd.Answered
        : TurnEnd.Asked;
}
