using System.Globalization;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>
/// Ids of dead letters: shard, fencing token of the lease that they ended, and how, such as <c>0-1767603600000-failed</c>. A lease buries at most once
/// in each way, so an id is never given twice, and repeating a script that a crash cut short writes the same letter again.
/// </summary>
internal static class DeadLetterId
{
    /// <summary>Beginning of the ids that scripts complete.</summary>
    public static string Prefix(InboxShard shard) => string.Create(CultureInfo.InvariantCulture, $"{shard.Number}-");

    public static string Failed(InboxShard shard, long token) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(shard)}{token}-failed");

    public static string Unreadable(InboxShard shard, long token) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(shard)}{token}-unreadable");

    /// <returns>Null when the id is none of ours.</returns>
    public static InboxShard? ShardOf(string id, InboxShards shards) =>
        id.Split('-', 2) is [var number, _]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < shards.All.Count
            ? shards.All[index]
            : null;
}
