namespace IntercomRag.Simulator.Faults;

/// <summary>What becomes of one notification.</summary>
/// <param name="Drops">It is never sent.</param>
/// <param name="DropsFirst">Only its retry is sent.</param>
/// <param name="Delay">How long it is held back; zero for none.</param>
/// <param name="RepeatDelay">When the second copy goes out.</param>
public readonly record struct WebhookFate(bool Drops, bool DropsFirst, TimeSpan Delay, bool Repeats, TimeSpan RepeatDelay);
