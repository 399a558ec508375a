using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Replay;

/// <summary>A recorded conversation and the trace of its last turn: all that an evaluator gets to see.</summary>
/// <param name="Record">Null for a trace of which nobody has said what is right.</param>
public sealed record ReplayedTurn(RecordedConversation? Record, TurnTrace Trace);
