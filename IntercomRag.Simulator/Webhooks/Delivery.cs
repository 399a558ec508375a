namespace IntercomRag.Simulator.Webhooks;

/// <summary>What became of one try to deliver, for debugging.</summary>
/// <param name="StatusCode">Null when there was no answer.</param>
/// <param name="Attempts">1, or 2 for the retry.</param>
/// <param name="Ms">How long the receiver took.</param>
/// <param name="Outcome">See <see cref="DeliveryOutcome"/>.</param>
/// <param name="CreatedAtMs">When the event happened, Unix milliseconds.</param>
public sealed record Delivery(
    string? Id, string Topic, string SubjectId, int? StatusCode, int Attempts, double Ms, string Outcome, string? Error, long CreatedAtMs);
