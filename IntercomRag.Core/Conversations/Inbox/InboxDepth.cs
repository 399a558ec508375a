namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>How full an inbox is.</summary>
/// <param name="Waiting">Subjects that nobody has leased, due or not; those with an expired lease included.</param>
/// <param name="Leased">Subjects with a lease that has not expired.</param>
/// <param name="DeadLetters">Entries that <see cref="IDeadLetters.ReadAsync"/> can return.</param>
public sealed record InboxDepth(long Waiting, long Leased, long DeadLetters);
