namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>
/// The items of one inbox that were given up. The oldest fall out when there are more than <see cref="InboxOptions.DeadLetterCapacity"/>, and
/// after <see cref="InboxOptions.DeadLetterTime"/>. Every member throws <see cref="Storage.StorageUnavailableException"/> when the store does not
/// answer in time.
/// </summary>
public interface IDeadLetters
{
    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<DeadLetter>> ReadAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Null when there is none of this id (any more).</summary>
    Task<DeadLetter?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Puts the items back into the inbox, due at once, with all their attempts and all their time. Doing it twice does nothing the second time; a
    /// crash of the store in between may double an item, but loses none.
    /// </summary>
    Task<RedriveResult> RedriveAsync(string id, CancellationToken cancellationToken);

    /// <summary>Puts back every letter that is there when this begins.</summary>
    /// <returns>How many were.</returns>
    Task<int> RedriveAllAsync(CancellationToken cancellationToken);

    /// <summary>Removes a letter for good. False: there is none of this id.</summary>
    Task<bool> DiscardAsync(string id, CancellationToken cancellationToken);
}
