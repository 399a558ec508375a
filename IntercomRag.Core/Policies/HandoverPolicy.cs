namespace IntercomRag.Core.Policies;

/// <param name="Tag">Put on conversations that the assistant hands over, for the inbox's filters. Null for none.</param>
public sealed record HandoverPolicy(string? Tag);
