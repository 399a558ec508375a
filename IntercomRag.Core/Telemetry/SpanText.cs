namespace IntercomRag.Core.Telemetry;

/// <summary>The captured text of a passage.</summary>
public sealed record SpanText(string Id, string Text);
