namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>The right to process one subject until <see cref="ExpiresAt"/>.</summary>
/// <param name="Token">Fencing token, larger for every later lease: a processor that lost its lease cannot complete a later one.</param>
/// <param name="Items">Everything that waited, in order of <see cref="InboxItem.CreatedAt"/>; webhooks arrive in any order.</param>
/// <param name="Attempt">
/// 1 for the first lease of the item that has been leased most often; counts expired leases as well as retries.
/// </param>
public sealed record InboxLease(
    SubjectKey Subject,
    long Token,
    IReadOnlyList<InboxItem> Items,
    int Attempt,
    DateTimeOffset ExpiresAt);
