namespace IntercomRag.Testing.Judging;

/// <param name="PartId">The part that breaks the promise, or that was not followed by what it should have been.</param>
public sealed record Violation(Promise Promise, string ConversationId, string PartId, DateTimeOffset At, string What);
