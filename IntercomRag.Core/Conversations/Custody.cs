namespace IntercomRag.Core.Conversations;

/// <summary>Who has a conversation.</summary>
/// <param name="Holder">Why a human has it; null when the assistant does.</param>
/// <param name="Since">Index of the first message since the assistant last got it back; 0 when it always had it.</param>
public sealed record Custody(SilenceReason? Holder, int Since);
