namespace IntercomRag.Core.CatchUp;

/// <param name="Report">Null when another worker has the round.</param>
/// <param name="Next">How long to wait before the next try.</param>
public sealed record CatchUpResult(CatchUpReport? Report, TimeSpan Next);
