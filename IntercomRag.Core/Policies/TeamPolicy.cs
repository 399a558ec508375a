namespace IntercomRag.Core.Policies;

/// <param name="Hours">Name of the opening hours; null for a team that is always there.</param>
/// <param name="Fallback">Team that takes over while this one is closed, if it is open itself.</param>
public sealed record TeamPolicy(string? Hours = null, string? Fallback = null);
