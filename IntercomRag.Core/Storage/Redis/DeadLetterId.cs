namespace IntercomRag.Core.Storage.Redis;

/// <summary>
/// Ids of dead letters: inbox, shard, fencing token of the lease that they ended, and how, such as
/// <c>conversations-0-1767603600000-failed</c>. A lease buries at most once in each way, so an id is never given twice, and repeating a script that a
/// crash cut short writes the same letter again.
/// </summary>
internal static class DeadLetterId
{
    public static string Failed(InboxShard shard, long token) => $"{shard.LetterPrefix}{token}-failed";

    public static string Unreadable(InboxShard shard, long token) => $"{shard.LetterPrefix}{token}-unreadable";

    /// <returns>Null when the id is none of these shards'.</returns>
    public static InboxShard? ShardOf(string id, InboxShards shards) =>
        shards.All.FirstOrDefault(shard => id.StartsWith(shard.LetterPrefix, StringComparison.Ordinal));
}
