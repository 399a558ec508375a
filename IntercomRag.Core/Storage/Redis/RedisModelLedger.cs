using System.Globalization;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Models.Budget;
using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>
/// Counters: <c>{model}:money:2026-01-05 → 1250000</c>, <c>{model}:tokens:demo:215 → 8140</c>. All share a hash tag, so that a Redis Cluster
/// keeps them on one node.
/// </summary>
public sealed class RedisModelLedger(RedisConnection connection) : IModelLedger
{
    private static readonly RedisScript s_script = RedisScript.Load("spend.lua");

    /// <summary>A day is over for everybody within two, wherever their clocks stand.</summary>
    private static readonly TimeSpan s_dayTime = TimeSpan.FromDays(2);

    /// <summary>After its last question, as long as a conversation's memory by default.</summary>
    private static readonly TimeSpan s_conversationTime = TimeSpan.FromDays(30);

    public async Task<LedgerTotals> AddAsync(DateOnly day, SubjectKey? conversation, long tokens, long money, CancellationToken cancellationToken)
    {
        RedisKey[] keys = conversation is { } key ? [Money(day), Tokens(key)] : [Money(day)];
        RedisValue[] values = [money, (long)s_dayTime.TotalMilliseconds, tokens, (long)s_conversationTime.TotalMilliseconds];
        var totals = (long[])(await connection.RunAsync(database => s_script.EvaluateAsync(database, keys, values), cancellationToken))!;
        return new LedgerTotals(ConversationTokens: totals[1], DayMoney: totals[0]);
    }

    private static RedisKey Money(DateOnly day) => $"{{model}}:money:{day.ToString("O", CultureInfo.InvariantCulture)}";

    private static RedisKey Tokens(SubjectKey conversation) => $"{{model}}:tokens:{SubjectName.Format(conversation)}";
}
