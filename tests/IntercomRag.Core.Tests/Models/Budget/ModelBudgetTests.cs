using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Budget;

namespace IntercomRag.Core.Tests.Models.Budget;

public sealed class ModelBudgetTests
{
    private static readonly TokenCount s_small = new(200, 100);

    [Fact]
    public async Task Settle_LessThanHeldBack_CountsWhatWasUsed()
    {
        var bench = new BudgetBench();
        var turn = bench.NewTurn();

        var reservation = await bench.ReserveAsync(Questions.Ask() with { Turn = turn }, s_small);
        turn.TokensUsed.ShouldBe(300);
        (await bench.TotalsAsync()).ShouldBe(new LedgerTotals(ConversationTokens: 300, DayMoney: 1_200));
        await bench.Budget.SettleAsync(reservation, new TokenCount(150, 20));

        turn.TokensUsed.ShouldBe(170);
        (await bench.TotalsAsync()).ShouldBe(new LedgerTotals(ConversationTokens: 170, DayMoney: 350));
    }

    [Fact]
    public async Task Reserve_TurnUsedUp_IsRefusedAndOtherTurnsAreNot()
    {
        var bench = new BudgetBench();
        var turn = bench.NewTurn();
        for (var i = 0; i < 4; i++)
        {
            await bench.ReserveAsync(Questions.Ask() with { Turn = turn }, s_small);
        }

        await ShouldBeSpentAsync(bench, Questions.Ask() with { Turn = turn });

        turn.TokensUsed.ShouldBe(1_200, "the last one was refused");
        await bench.ReserveAsync(Questions.Ask() with { Turn = bench.NewTurn() }, s_small);
    }

    [Fact]
    public async Task Reserve_ConversationUsedUp_IsRefusedAndOtherConversationsAreNot()
    {
        var bench = new BudgetBench(options => options.MoneyPerDay = null);
        for (var i = 0; i < 17; i++)
        {
            await bench.ReserveAsync(Questions.Ask() with { Turn = bench.NewTurn() }, s_small);
        }

        await ShouldBeSpentAsync(bench, Questions.Ask());

        (await bench.TotalsAsync()).ConversationTokens.ShouldBe(5_100);
        await bench.ReserveAsync(Questions.Ask("216"), s_small);
    }

    [Fact]
    public async Task Reserve_MoneyOfTheDaySpent_IsRefusedUntilMidnight()
    {
        var bench = new BudgetBench();
        for (var i = 0; i < 9; i++)
        {
            await bench.ReserveAsync(Questions.Ask($"{i}"), s_small);
        }

        await ShouldBeSpentAsync(bench, Questions.Ask("other"));

        bench.Time.Advance(TimeSpan.FromHours(15));
        await bench.ReserveAsync(Questions.Ask("other"), s_small);
    }

    [Fact]
    public async Task Settle_AfterMidnight_BelongsToTheDayOfTheQuestion()
    {
        var bench = new BudgetBench();
        var reservation = await bench.ReserveAsync(Questions.Ask(), s_small);
        var day = bench.Today;

        bench.Time.Advance(TimeSpan.FromHours(16));
        await bench.Budget.SettleAsync(reservation, default);

        (await bench.MoneyAsync(day)).ShouldBe(0);
        (await bench.MoneyAsync(bench.Today)).ShouldBe(0);
    }

    [Fact]
    public async Task Reserve_ManySideBySide_OverspendByOneAtMost()
    {
        var bench = new BudgetBench(options => options.MoneyPerDay = 0.1m);

        var asked = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => TryReserveAsync(bench, $"{i}"))));

        // 100,000 millionths at 1,200 each: 84 are allowed. One that is refused may hold its part for a moment and refuse its neighbours too.
        asked.Count(granted => granted).ShouldBeInRange(70, 84);
        (await bench.MoneyAsync(bench.Today)).ShouldBeLessThanOrEqualTo(100_000 + 1_200);
    }

    [Fact]
    public async Task Reserve_LedgerDown_IsUnavailableAndHoldsNothingBack()
    {
        var bench = new BudgetBench { IsDown = true };
        var turn = bench.NewTurn();

        var failure = await Should.ThrowAsync<ModelException>(() => bench.ReserveAsync(Questions.Ask() with { Turn = turn }, s_small));

        failure.Failure.ShouldBe(ModelFailure.Unavailable);
        turn.TokensUsed.ShouldBe(0);
    }

    [Fact]
    public async Task Settle_LedgerDown_KeepsTheEstimateCounted()
    {
        var bench = new BudgetBench();
        var reservation = await bench.ReserveAsync(Questions.Ask(), s_small);

        bench.IsDown = true;
        await bench.Budget.SettleAsync(reservation, default);

        (await bench.TotalsAsync()).ConversationTokens.ShouldBe(300);
    }

    [Fact]
    public void Price_PartOfAMillionth_IsRoundedUp() =>
        new TokenCount(1, 1).Price(new ModelOptions { InputPrice = 0.15m, OutputPrice = 0.6m }).ShouldBe(1);

    private static async Task ShouldBeSpentAsync(BudgetBench bench, ModelQuestion question) =>
        (await Should.ThrowAsync<ModelException>(() => bench.ReserveAsync(question, s_small))).Failure.ShouldBe(ModelFailure.BudgetSpent);

    private static async Task<bool> TryReserveAsync(BudgetBench bench, string conversation)
    {
        try
        {
            await bench.ReserveAsync(Questions.Ask(conversation), s_small);
            return true;
        }
        catch (ModelException)
        {
            return false;
        }
    }
}
