using IntercomRag.Core.Intercom;
using IntercomRag.Core.Intercom.Transport;
using IntercomRag.Testing;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Intercom.Transport;

public sealed class RateBudgetTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Take_MoreThanTheWindowAllows_WaitsForTheNext()
    {
        var budget = Budget(calls: 10);

        var taken = Take(budget, CallPriority.Reply, 12);

        taken.Count(call => call.IsCompleted).ShouldBe(10);
        _time.Advance(RateBudget.Window - TimeSpan.FromMilliseconds(1));
        taken.Count(call => call.IsCompleted).ShouldBe(10);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        taken.Count(call => call.IsCompleted).ShouldBe(12);
    }

    [Fact]
    public void Take_Share_IsAllThatIsUsed() =>
        Take(Budget(calls: 100, share: 0.3), CallPriority.Reply, 100).Count(call => call.IsCompleted).ShouldBe(30);

    [Fact]
    public void Take_SyncFirst_LeavesTheReserveToReplies()
    {
        var budget = Budget(calls: 10, reserve: 0.4);

        Take(budget, CallPriority.Sync, 10).Count(call => call.IsCompleted).ShouldBe(6);
        Take(budget, CallPriority.Reply, 10).Count(call => call.IsCompleted).ShouldBe(4);
    }

    [Fact]
    public void Take_BothWait_RepliesGoFirstInTheNextWindow()
    {
        var budget = Budget(calls: 10, reserve: 0);
        Take(budget, CallPriority.Reply, 10);

        var sync = Take(budget, CallPriority.Sync, 8);
        var replies = Take(budget, CallPriority.Reply, 8);
        _time.Advance(RateBudget.Window);

        replies.Count(call => call.IsCompleted).ShouldBe(8);
        sync.Count(call => call.IsCompleted).ShouldBe(2);
    }

    [Fact]
    public async Task Take_CancelledWhileWaiting_Throws()
    {
        var budget = Budget(calls: 1);
        await budget.TakeAsync(CallPriority.Reply, Cancellation);
        using var cancellation = new CancellationTokenSource();

        var waiting = budget.TakeAsync(CallPriority.Reply, cancellation.Token);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task TryTake_FreeWithinTheLongestWait_WaitsForIt()
    {
        var budget = Budget(calls: 1);
        await budget.TakeAsync(CallPriority.Reply, Cancellation);
        _time.Advance(RateBudget.Window - TimeSpan.FromMilliseconds(250));

        var taken = budget.TryTakeAsync(CallPriority.Reply, TimeSpan.FromMilliseconds(250), Cancellation);
        _time.Advance(TimeSpan.FromMilliseconds(249));
        taken.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await taken).ShouldBeNull();
    }

    [Fact]
    public async Task TryTake_FreeLater_SaysAtOnceHowLong()
    {
        var budget = Budget(calls: 1);
        await budget.TakeAsync(CallPriority.Reply, Cancellation);
        _time.Advance(TimeSpan.FromSeconds(3));

        var refused = budget.TryTakeAsync(CallPriority.Reply, TimeSpan.FromMilliseconds(250), Cancellation);

        refused.IsCompleted.ShouldBeTrue();
        (await refused).ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task TryTake_OthersTakeTheNextWindow_SaysHowLongInsteadOfWaitingOn()
    {
        var budget = Budget(calls: 1);
        await budget.TakeAsync(CallPriority.Reply, Cancellation);
        _time.Advance(RateBudget.Window - TimeSpan.FromMilliseconds(100));

        var first = budget.TryTakeAsync(CallPriority.Reply, TimeSpan.FromMilliseconds(250), Cancellation);
        var second = budget.TryTakeAsync(CallPriority.Reply, TimeSpan.FromMilliseconds(250), Cancellation);
        _time.Advance(TimeSpan.FromMilliseconds(100));

        new[] { await first, await second }.ShouldBe([null, RateBudget.Window], ignoreOrder: true);
    }

    [Fact]
    public void Learn_LowerLimit_HoldsFromTheNextWindowAndIsForgottenWhenRaised()
    {
        var budget = Budget(calls: 10);

        budget.Learn(limit: 4, remaining: null, resetIn: null);
        Take(budget, CallPriority.Reply, 10).Count(call => call.IsCompleted).ShouldBe(4);
        budget.Learn(limit: 1000, remaining: null, resetIn: null);
        _time.Advance(RateBudget.Window);
        _time.Advance(RateBudget.Window);
        Take(budget, CallPriority.Reply, 20).Count(call => call.IsCompleted).ShouldBe(10);
    }

    [Fact]
    public void Learn_RemainingUsedByOthers_WaitsForTheirReset()
    {
        var budget = Budget(calls: 10);
        Take(budget, CallPriority.Reply, 1);

        budget.Learn(limit: 10, remaining: 2, resetIn: TimeSpan.FromSeconds(4));
        var taken = Take(budget, CallPriority.Reply, 3);

        taken.Count(call => call.IsCompleted).ShouldBe(2);
        _time.Advance(TimeSpan.FromSeconds(4));
        taken.Count(call => call.IsCompleted).ShouldBe(3);
    }

    [Fact]
    public void Learn_WindowThatIsOver_ChangesNothing()
    {
        var budget = Budget(calls: 10);
        Take(budget, CallPriority.Reply, 1);

        budget.Learn(limit: 10, remaining: 0, resetIn: TimeSpan.FromSeconds(-1));

        Take(budget, CallPriority.Reply, 9).Count(call => call.IsCompleted).ShouldBe(9);
    }

    [Fact]
    public void Pause_AbsurdlyLong_IsCutToAMinute()
    {
        var budget = Budget(calls: 10);

        budget.Pause(TimeSpan.FromDays(3));
        var taken = Take(budget, CallPriority.Reply, 1);
        _time.Advance(TimeSpan.FromSeconds(59));
        taken.Single().IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));

        taken.Single().IsCompleted.ShouldBeTrue();
    }

    private RateBudget Budget(int calls, double share = 1, double reserve = 0.25) =>
        new(Options.Create(new RateBudgetOptions { CallsPerWindow = calls, Share = share, ReplyReserve = reserve }), _time);

    private static List<Task> Take(RateBudget budget, CallPriority priority, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => budget.TakeAsync(priority, Cancellation))];
}
