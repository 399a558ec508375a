namespace IntercomRag.Simulator.Faults;

/// <summary>What the faults are doing.</summary>
/// <param name="Active">Whether any can still happen: not all are off, used up or over.</param>
/// <param name="WebhookFaults">Notifications that were hit since the settings were set.</param>
/// <param name="RestFaults">REST requests that were hit since then, those of a storm included.</param>
public sealed record FaultState(bool Active, int WebhookFaults, int RestFaults);
