namespace IntercomRag.Core.Storage.Redis;

/// <summary>The operations of an inbox that must be atomic. Each file says what its keys, arguments and results are.</summary>
internal sealed class InboxScripts(Func<string, RedisScript> load)
{
    public static InboxScripts Embedded { get; } = new(RedisScript.Load);

    public RedisScript Enqueue { get; } = load("enqueue.lua");

    public RedisScript Claim { get; } = load("claim.lua");

    public RedisScript Renew { get; } = load("renew.lua");

    public RedisScript Complete { get; } = load("complete.lua");

    public RedisScript Retry { get; } = load("retry.lua");

    public RedisScript Defer { get; } = load("defer.lua");

    public RedisScript Discard { get; } = load("discard.lua");

    public RedisScript Checkpoint { get; } = load("checkpoint.lua");

    public RedisScript Unfinished { get; } = load("unfinished.lua");

    public RedisScript Redrive { get; } = load("redrive.lua");

    public RedisScript Drop { get; } = load("drop.lua");

    public RedisScript Adopt { get; } = load("adopt.lua");
}
