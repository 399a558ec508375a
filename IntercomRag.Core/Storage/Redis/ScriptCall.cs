using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>What a script is called with.</summary>
internal sealed record ScriptCall(RedisKey[] Keys, RedisValue[] Values);
