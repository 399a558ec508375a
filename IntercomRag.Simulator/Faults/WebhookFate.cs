namespace IntercomRag.Simulator.Faults;

/// <summary>What becomes of one notification.</summary>
/// <param name="Delay">How long it is held back; zero for none.</param>
/// <param name="RepeatDelay">When the second copy goes out.</param>
public readonly record struct WebhookFate(bool Drops, TimeSpan Delay, bool Repeats, TimeSpan RepeatDelay);
