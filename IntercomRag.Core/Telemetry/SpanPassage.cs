namespace IntercomRag.Core.Telemetry;

/// <param name="Id"><c>article/locale#ordinal</c>.</param>
/// <param name="Score">Of the passage in the search.</param>
public sealed record SpanPassage(string Id, double Score);
