namespace IntercomRag.Core.Telemetry.Traces;

/// <summary>A file of traces that cannot be used at all; the message names file, line and what is wrong.</summary>
public sealed class TraceFileException(string message, Exception? cause = null) : Exception(message, cause);
