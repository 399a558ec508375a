namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>The right to process one subject until <see cref="ExpiresAt"/>.</summary>
/// <param name="Token">Fencing token, larger for every later lease: a processor that lost its lease cannot complete a later one.</param>
/// <param name="Items">Everything that waited, oldest first.</param>
/// <param name="Attempt">1 for the first lease of these items; counts expired leases as well as retries.</param>
public sealed record InboxLease(
    SubjectKey Subject,
    long Token,
    IReadOnlyList<InboxItem> Items,
    int Attempt,
    DateTimeOffset ExpiresAt);
