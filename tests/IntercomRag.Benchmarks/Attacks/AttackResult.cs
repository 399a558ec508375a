using IntercomRag.Core.Conversations;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>All that a turn did that can be seen from outside.</summary>
internal sealed record AttackResult(AttackCase Case, TurnOutcome Outcome, IReadOnlyList<Write> Writes, IReadOnlyList<ModelRequest> Requests);
