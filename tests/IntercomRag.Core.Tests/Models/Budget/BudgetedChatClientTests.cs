using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Budget;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Tests.Models.Budget;

public sealed class BudgetedChatClientTests
{
    private readonly BudgetBench _bench = new();

    [Fact]
    public async Task GetResponse_UsageTold_IsWhatCounts()
    {
        await AskAsync(new ScriptedChatClient("{}", new UsageDetails { InputTokenCount = 40, OutputTokenCount = 2 }));

        (await _bench.TotalsAsync()).ShouldBe(new LedgerTotals(ConversationTokens: 42, DayMoney: 60));
    }

    [Fact]
    public async Task GetResponse_NoUsageTold_IsEstimatedFromTheTexts()
    {
        await AskAsync(new ScriptedChatClient(new string('x', 30)));

        // 32 characters of messages and the schema, and 30 of the answer, at three a token.
        (await _bench.TotalsAsync()).ConversationTokens.ShouldBe(TokenCount.Estimate(Questions.Messages, Questions.Options()).Input + 10);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task GetResponse_Failed_CountsOnlyWhatMayBeCharged(bool mayBeCharged, bool counted)
    {
        var failing = new ScriptedChatClient((_, _) => throw new ModelException(ModelFailure.Unavailable, "down") { MayBeCharged = mayBeCharged });

        await Should.ThrowAsync<ModelException>(() => AskAsync(failing));

        (await _bench.TotalsAsync()).ConversationTokens.ShouldBe(counted ? TokenCount.Estimate(Questions.Messages, Questions.Options()).Total : 0);
    }

    [Fact]
    public async Task GetResponse_Cancelled_CountsWhatItCouldHaveUsed()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => AskAsync(new ScriptedChatClient((_, _) => throw new OperationCanceledException())));

        (await _bench.TotalsAsync()).ConversationTokens.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task GetResponse_NothingLeft_AsksNobody()
    {
        var server = new ScriptedChatClient("{}");
        await _bench.AddAsync(_bench.Today, null, 0, 10_000, TestContext.Current.CancellationToken);

        await Should.ThrowAsync<ModelException>(() => AskAsync(server));

        server.Asked.ShouldBeEmpty();
    }

    private Task<ChatResponse> AskAsync(IChatClient server) => new BudgetedChatClient(server, _bench.Budget)
        .GetResponseAsync(Questions.Messages, Questions.Options(), TestContext.Current.CancellationToken);
}
