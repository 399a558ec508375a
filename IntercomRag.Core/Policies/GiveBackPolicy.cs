namespace IntercomRag.Core.Policies;

/// <summary>What gives a conversation that a human has back to the assistant.</summary>
/// <param name="Assignment">An assignment to the assistant's own teammate. Default on: it cannot happen by accident.</param>
/// <param name="Tag">This tag, put on after the human's last word. Default <c>assistant-on</c>; null for none.</param>
/// <param name="Reopening">
/// The customer writes again after a human closed the conversation. Default off: the customer may go on with what the human knows.
/// </param>
public sealed record GiveBackPolicy(bool Assignment, string? Tag, bool Reopening);
