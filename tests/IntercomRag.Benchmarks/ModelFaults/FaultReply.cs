using IntercomRag.Benchmarks.Attacks;

namespace IntercomRag.Benchmarks.ModelFaults;

/// <summary>What became of one message.</summary>
/// <param name="Elapsed">Until the customer read something; the whole patience when nothing came.</param>
/// <param name="Text">What the customer read.</param>
internal sealed record FaultReply(string Message, TurnEnd End, TimeSpan Elapsed, string Text);
