namespace IntercomRag.Eval.Results;

/// <param name="Value">1 and 0 for yes and no.</param>
/// <param name="Passed">Null for measures that only inform.</param>
/// <param name="Reason">A sentence; null when there is nothing to explain.</param>
public sealed record MeasureResult(double Value, bool? Passed, string? Reason);
