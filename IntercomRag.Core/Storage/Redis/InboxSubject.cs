using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>A subject in its shard.</summary>
/// <param name="Name">As <see cref="SubjectName"/> writes it.</param>
internal sealed record InboxSubject(InboxShard Shard, string Name)
{
    /// <summary>List of items, oldest first: <c>leases at arrival@arrival|payload</c>. A lease covers the first ones of it.</summary>
    public RedisKey Items => $"{Shard.Prefix}items:{Name}";

    /// <summary>
    /// Hash: <c>token</c> of the lease (none or empty when there is none), <c>count</c> of the items that it covers, <c>leases</c> so far, <c>failures</c> in a row; of the items
    /// that arrived since the last lease <c>first</c> and <c>due_at</c>; <c>not_before</c>: the end of a back-off.
    /// </summary>
    public RedisKey State => $"{Shard.Prefix}subject:{Name}";
}
