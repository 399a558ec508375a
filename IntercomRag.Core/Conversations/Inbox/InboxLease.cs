namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>The right to process one subject until <see cref="ExpiresAt"/>.</summary>
/// <param name="Token">Fencing token, larger for every later lease: a processor that lost its lease cannot complete a later one.</param>
/// <param name="Items">Everything that waited, in order of <see cref="InboxItem.CreatedAt"/>; webhooks arrive in any order.</param>
/// <param name="Attempt">
/// 1 for the first lease of the item that has been leased most often; counts expired leases as well as failed ones, but neither transient
/// failures nor leases that were given back.
/// </param>
/// <param name="Checkpoint">
/// What <see cref="IInbox.SaveCheckpointAsync"/> last stored for the subject, by this lease's predecessors; null when nothing is unfinished. It may be
/// about items that are gone: a crash can come between removing them and removing it.
/// </param>
/// <param name="Failures">Leases of the subject that failed in a row, transient failures included. The next back-off grows with it.</param>
public sealed record InboxLease(
    SubjectKey Subject,
    long Token,
    IReadOnlyList<InboxItem> Items,
    int Attempt,
    DateTimeOffset ExpiresAt,
    string? Checkpoint = null,
    int Failures = 0);
