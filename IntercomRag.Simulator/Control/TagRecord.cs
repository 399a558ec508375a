namespace IntercomRag.Simulator.Control;

/// <summary>A tag that a conversation has.</summary>
/// <param name="AdminId">Who put it on.</param>
/// <param name="AppliedAtMs">Unix milliseconds.</param>
public sealed record TagRecord(string Name, string AdminId, long AppliedAtMs);
