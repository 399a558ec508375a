namespace IntercomRag.Core.Conversations;

/// <param name="AppliedAt">Null when Intercom does not say.</param>
public sealed record AppliedTag(string Name, DateTimeOffset? AppliedAt);
