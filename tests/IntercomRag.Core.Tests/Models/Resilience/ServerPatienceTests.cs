using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Resilience;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Models.Resilience;

public sealed class ServerPatienceTests
{
    private readonly FakeTimeProvider _time = new();
    private int _asked;

    [Fact]
    public async Task Run_RefusedForNow_AsksAgainWhenTheServerSaid()
    {
        var answer = Run(Patience(), number => number == 1 ? throw Limited(seconds: 3) : "yes");
        await Eventually.HoldsAsync(() => _time.WaitingTimers == 2, cancellationToken: TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromSeconds(2.9));
        _asked.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        (await answer).ShouldBe("yes");
        _asked.ShouldBe(2);
    }

    [Fact]
    public async Task Run_AskedToWaitTooLong_FailsAtOnce()
    {
        var failure = await Should.ThrowAsync<ModelException>(() => Run(Patience(), _ => throw Limited(seconds: 6)));

        failure.Failure.ShouldBe(ModelFailure.RateLimited);
        _asked.ShouldBe(1);
    }

    [Theory]
    [InlineData(ModelFailure.Refused)]
    [InlineData(ModelFailure.BudgetSpent)]
    [InlineData(ModelFailure.TooSlow)]
    [InlineData(ModelFailure.Unreadable)]
    public async Task Run_FailureThatStays_IsNotAskedAgain(ModelFailure failure)
    {
        (await Should.ThrowAsync<ModelException>(() => Run(Patience(), _ => throw new ModelException(failure, "no")))).Failure.ShouldBe(failure);

        _asked.ShouldBe(1);
    }

    [Fact]
    public async Task Run_UnavailableTwice_IsTheLastFailure()
    {
        var answer = Run(Patience(), _ => throw Unavailable());
        await Eventually.HoldsAsync(() => _time.WaitingTimers == 2, cancellationToken: TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));

        (await Should.ThrowAsync<ModelException>(() => answer)).Failure.ShouldBe(ModelFailure.Unavailable);
        _asked.ShouldBe(2);
    }

    [Fact]
    public async Task Run_AllAttemptsTogetherTooLong_IsTooSlow()
    {
        var answer = Patience().RunAsync<string>(
            async token =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, token);
                return "never";
            },
            TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(10));

        (await Should.ThrowAsync<ModelException>(() => answer)).Failure.ShouldBe(ModelFailure.TooSlow);
    }

    [Fact]
    public async Task Run_ServerThatKeepsFailing_IsLeftAloneForAWhile()
    {
        var patience = Patience(attempts: 1);
        for (var i = 0; i < 4; i++)
        {
            patience.IsCircuitOpen.ShouldBeFalse();
            await Should.ThrowAsync<ModelException>(() => Run(patience, _ => throw Unavailable()));
        }

        patience.IsCircuitOpen.ShouldBeTrue();
        (await Should.ThrowAsync<ModelException>(() => Run(patience, _ => "yes"))).Failure.ShouldBe(ModelFailure.CircuitOpen);
        _asked.ShouldBe(4);

        _time.Advance(TimeSpan.FromSeconds(15));
        (await Run(patience, _ => "yes")).ShouldBe("yes");
        patience.IsCircuitOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Run_ServerThatRefusesForNow_IsNotTakenForFailing()
    {
        var patience = Patience(attempts: 1);
        for (var i = 0; i < 10; i++)
        {
            await Should.ThrowAsync<ModelException>(() => Run(patience, _ => throw Limited(seconds: 0)));
        }

        patience.IsCircuitOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Run_CancelledByTheCaller_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        var answer = Patience().RunAsync<string>(
            async token =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, token);
                return "never";
            },
            cancelled.Token);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => answer);
    }

    private static ModelException Unavailable() => new(ModelFailure.Unavailable, "down");

    private static ModelException Limited(int seconds) => new(ModelFailure.RateLimited, "wait") { RetryAfter = TimeSpan.FromSeconds(seconds) };

    private ServerPatience Patience(int attempts = 2) => new(
        new PatienceSettings(TimeSpan.FromSeconds(10), attempts, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)), _time);

    private async Task<string> Run(ServerPatience patience, Func<int, string> answer) =>
        await patience.RunAsync(_ => Task.FromResult(answer(++_asked)), TestContext.Current.CancellationToken);
}
