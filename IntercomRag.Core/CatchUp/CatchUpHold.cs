namespace IntercomRag.Core.CatchUp;

/// <summary>Whether this process may run the next round.</summary>
/// <param name="Watermark">Up to when all rounds so far have read, by Intercom's clock; null before the first.</param>
/// <param name="HeldUntil">Null: it may. Else another process has it until then, or the next round is not due before.</param>
public sealed record CatchUpHold(DateTimeOffset? Watermark, DateTimeOffset? HeldUntil);
