namespace IntercomRag.Eval.Results;

/// <summary>One bar of the waterfall.</summary>
/// <param name="Depth">0 for the turn itself.</param>
/// <param name="Attributes">As text, long ones shortened; sorted by name.</param>
/// <param name="StartMs">From the start of the turn. Null for replayed turns unless times were asked for: they differ from run to run.</param>
/// <param name="DurationMs">As <paramref name="StartMs"/>.</param>
public sealed record SpanResult(
    string Name, int Depth, bool IsError, IReadOnlyDictionary<string, string> Attributes, double? StartMs, double? DurationMs);
