using IntercomRag.Core.Conversations.Inbox;
using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>Names of the keys of one group of subjects. All share a hash tag, so that a Redis Cluster keeps them on one node.</summary>
internal sealed class InboxShard(string inbox, int number)
{
    /// <summary>Beginning of the ids of its dead letters, such as <c>conversations-0-</c>.</summary>
    public string LetterPrefix { get; } = $"{inbox}-{number}-";

    public string Prefix { get; } = $"inbox:{{{inbox}:{number}}}:";

    /// <summary>Sorted set: subject → when it may be leased next; for a leased one, when its lease expires.</summary>
    public RedisKey Due => Prefix + "due";

    /// <summary>Sorted set: leased subject → when its lease expires. Only for counting.</summary>
    public RedisKey Leased => Prefix + "leased";

    /// <summary>String: the last fencing token.</summary>
    public RedisKey Token => Prefix + "token";

    /// <summary>Hash: id of a dead letter → its record, as <see cref="StoredDeadLetter"/> reads it.</summary>
    public RedisKey Letters => Prefix + "letters";

    /// <summary>Sorted set: id of a dead letter → when it was buried.</summary>
    public RedisKey Buried => Prefix + "buried";

    /// <summary>List of dead letters without ids, newest first, which a former version wrote.</summary>
    public RedisKey FormerLetters => Prefix + "dead";

    /// <summary>Hash: subject → its checkpoint.</summary>
    public RedisKey Checkpoints => Prefix + "checkpoints";

    /// <summary>Sorted set: subject with a checkpoint → when it was last stored.</summary>
    public RedisKey Saved => Prefix + "saved";

    /// <summary>String: an event that was stored. Scoped by workspace, since only notification ids are unique beyond one.</summary>
    public RedisKey Seen(SubjectKey subject, string eventId) => $"{Prefix}seen:{Uri.EscapeDataString(subject.Workspace)}:{eventId}";
}
