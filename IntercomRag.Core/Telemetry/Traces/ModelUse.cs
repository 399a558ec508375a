namespace IntercomRag.Core.Telemetry.Traces;

/// <summary>What models were asked in a turn, all calls together.</summary>
/// <param name="Name">Of the model that was asked last.</param>
public sealed record ModelUse(string? Name, int Calls, long InputTokens, long OutputTokens);
