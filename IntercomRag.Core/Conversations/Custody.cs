namespace IntercomRag.Core.Conversations;

/// <summary>Who has a conversation.</summary>
/// <param name="Holder">Why a human has it; null when the assistant does.</param>
/// <param name="Since">Index of the first message since the assistant last got it back from a human; 0 when it always had it.</param>
/// <param name="GivenAt">
/// Index of the first message since it was last given to the assistant, also when nobody else had it; 0 when it never was.
/// </param>
public sealed record Custody(SilenceReason? Holder, int Since, int GivenAt);
