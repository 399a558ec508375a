namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Subjects, not items, except for <see cref="DeadLetters"/>.</summary>
public sealed record InboxDepth(long Waiting, long Leased, long DeadLetters);
