using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Models.Budget;
using IntercomRag.Core.Storage.Redis;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisModelLedgerTests(CacheServers servers)
{
    // No other test counts on this day.
    private readonly DateOnly _day = DateOnly.FromDayNumber(Random.Shared.Next(1, 3_000_000));
    private readonly SubjectKey _conversation = new(Guid.NewGuid().ToString("N"), "215");

    [Theory, EveryServer]
    public async Task Add_ConversationAndDay_AreCountedApart(ServerKind kind)
    {
        var ledger = await LedgerAsync(kind);

        (await AddAsync(ledger, _conversation, 100, 250)).ShouldBe(new LedgerTotals(100, 250));
        (await AddAsync(ledger, _conversation with { Id = "216" }, 10, 50)).ShouldBe(new LedgerTotals(10, 300));
        (await AddAsync(ledger, null, 7, 5)).ShouldBe(new LedgerTotals(0, 305));
        (await AddAsync(ledger, _conversation, -40, -55)).ShouldBe(new LedgerTotals(60, 250));
    }

    [Theory, EveryServer]
    public async Task Add_FromReplicasSideBySide_LosesNothing(ServerKind kind)
    {
        RedisModelLedger[] ledgers = [await LedgerAsync(kind), new(await servers.ConnectReplicaAsync(kind))];

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => AddAsync(ledgers[i % 2], _conversation, 3, 2)));

        (await AddAsync(ledgers[0], _conversation, 0, 0)).ShouldBe(new LedgerTotals(600, 400));
    }

    [Theory, EveryServer]
    public async Task Add_Counters_AreForgottenOneDay(ServerKind kind)
    {
        var connection = await servers.ConnectAsync(kind);
        await AddAsync(new RedisModelLedger(connection), _conversation, 1, 1);

        foreach (var key in new[] { $"{{model}}:money:{_day:O}", $"{{model}}:tokens:{_conversation.Workspace}:215" })
        {
            var left = await connection.RunAsync(database => database.KeyTimeToLiveAsync(key), TestContext.Current.CancellationToken);
            left.ShouldNotBeNull(key).ShouldBeInRange(TimeSpan.FromDays(1), TimeSpan.FromDays(30));
        }
    }

    private Task<LedgerTotals> AddAsync(RedisModelLedger ledger, SubjectKey? conversation, long tokens, long money) =>
        ledger.AddAsync(_day, conversation, tokens, money, TestContext.Current.CancellationToken);

    private async Task<RedisModelLedger> LedgerAsync(ServerKind kind) => new(await servers.ConnectAsync(kind));
}
