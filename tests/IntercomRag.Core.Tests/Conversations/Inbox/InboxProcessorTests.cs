using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Tests.Conversations.Inbox;

public sealed class InboxProcessorTests
{
    [Fact]
    public async Task Turn_Ends_IsCompleted()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();

        bench.Handler.End("1");

        (await bench.JournalAsync(1)).ShouldBe(["0 complete demo:1"]);
    }

    [Fact]
    public async Task Turn_Fails_IsRetriedWithTheTypeOfTheFailureOnly()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();

        bench.Handler.Fail("1", new IOException("my password is hunter2"));

        (await bench.JournalAsync(1)).ShouldBe(["0 retry demo:1 IOException"]);
    }

    [Fact]
    public async Task Turn_GivesUpByItself_IsRetriedAsAFailure()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();

        bench.Handler.Fail("1", new TaskCanceledException());

        (await bench.JournalAsync(1)).ShouldBe(["0 retry demo:1 TaskCanceledException"]);
    }

    [Fact]
    public async Task Turn_WantedAgain_IsDeferredWithoutAWarning()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();

        bench.Handler.End("1", LeaseResult.Again(TimeSpan.FromSeconds(7)));

        (await bench.JournalAsync(1)).ShouldBe(["0 defer demo:1 by 7"]);
        await bench.StopAsync();
        bench.Logs.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Turn_FailsForAnOutage_IsRetriedAsTransientWithoutAStackInTheLog()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();

        bench.Handler.Fail("1", new StorageUnavailableException("no answer", new IOException()));

        (await bench.JournalAsync(1)).ShouldBe(["0 retry demo:1 StorageUnavailableException transient"]);
        await ProcessorBench.UntilAsync(() => bench.Logs.Entries.Count == 1);
        bench.Logs.Entries[0].Level.ShouldBe(LogLevel.Warning);
        bench.Logs.Entries[0].Exception.ShouldBeNull();
    }

    [Fact]
    public async Task Turn_FailsForTheLastTime_IsLoggedAsAnError()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();
        bench.Inbox.OnRetry = RetryResult.DeadLettered;

        bench.Handler.Fail("1", new IOException());

        await ProcessorBench.UntilAsync(() => bench.Logs.Entries.Any(entry => entry.Level == LogLevel.Error));
        bench.Logs.Entries.ShouldContain(entry => entry.Level == LogLevel.Error && entry.Message.Contains("demo:1"));
    }

    [Fact]
    public async Task Leases_MoreThanTheConcurrency_WaitForAFreeSlot()
    {
        await using var bench = new ProcessorBench(options => options.Concurrency = 2);
        bench.Inbox.PutDue("1");
        bench.Inbox.PutDue("2");
        bench.Inbox.PutDue("3");
        await bench.StartAsync();
        await ProcessorBench.UntilAsync(() => bench.Handler.Running == 2);
        bench.Inbox.Looks.ShouldBe(2);

        bench.Handler.End("1");

        await ProcessorBench.UntilAsync(() => bench.Inbox.Looks == 3 && bench.Handler.Running == 2);
        bench.Handler.End("2");
        bench.Handler.End("3");
        (await bench.JournalAsync(3)).ShouldBe(["0 complete demo:1", "0 complete demo:2", "0 complete demo:3"], ignoreOrder: true);
    }

    [Fact]
    public async Task Inbox_Idle_IsLookedAtOnceAnInterval()
    {
        await using var bench = await ProcessorBench.StartIdleAsync(options => options.PollInterval = TimeSpan.FromSeconds(1));
        bench.Inbox.Looks.ShouldBe(1);

        await bench.AdvanceAsync(5);

        bench.Inbox.Looks.ShouldBe(6);
    }

    [Fact]
    public async Task Lease_WhileTheTurnRuns_IsRenewedAtAThirdOfItsTime()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();

        await bench.AdvanceAsync(65);
        bench.Handler.End("1");

        (await bench.JournalAsync(7)).ShouldBe(
        [
            "10 renew demo:1", "20 renew demo:1", "30 renew demo:1", "40 renew demo:1", "50 renew demo:1", "60 renew demo:1",
            "65 complete demo:1",
        ]);
    }

    [Fact]
    public async Task Lease_RenewalRefused_CancelsTheTurnAndSettlesNothing()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();
        bench.Inbox.OnRenew = () => Task.FromResult(false);

        await bench.AdvanceAsync(10);
        await ProcessorBench.UntilAsync(() => bench.Handler.Running == 0);
        await bench.StopAsync();

        bench.Inbox.Journal.ShouldBe(["10 renew demo:1", "10 cancelled demo:1"]);
        bench.Logs.Entries.ShouldContain(entry => entry.Message.Contains("lost") && entry.Message.Contains("demo:1"));
    }

    [Fact]
    public async Task Lease_RenewalFails_IsTriedAgainAndCancelsTheTurnOnlyWhenTheLeaseIsOver()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();
        bench.Inbox.OnRenew = () => throw new IOException("no connection");

        await bench.AdvanceAsync(29);
        bench.Handler.Running.ShouldBe(1);
        await bench.AdvanceAsync(1);

        await ProcessorBench.UntilAsync(() => bench.Handler.Running == 0);
        await bench.StopAsync();
        bench.Inbox.Journal.ShouldContain("10 renew demo:1");
        bench.Inbox.Journal.ShouldContain("13 renew demo:1");
        bench.Inbox.Journal.ShouldContain("30 cancelled demo:1");
        bench.Inbox.Journal.ShouldNotContain(entry => entry.Contains("complete") || entry.Contains("retry"));
    }

    [Fact]
    public async Task Lease_RenewalHangs_CancelsTheTurnWhenTheLeaseIsOver()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();
        var hanging = new TaskCompletionSource<bool>();
        bench.Inbox.OnRenew = () => hanging.Task;

        bench.Time.Advance(TimeSpan.FromSeconds(10));
        await bench.JournalAsync(1);
        bench.Time.Advance(TimeSpan.FromSeconds(20));

        (await bench.JournalAsync(2)).ShouldBe(["10 renew demo:1", "30 cancelled demo:1"]);
        hanging.SetResult(false);
    }

    [Fact]
    public async Task Lease_RenewedAfterFailures_IsKept()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();
        bench.Inbox.OnRenew = () => throw new IOException("no connection");
        await bench.AdvanceAsync(25);
        bench.Inbox.OnRenew = () => Task.FromResult(true);

        await bench.AdvanceAsync(10);
        bench.Handler.End("1");

        await ProcessorBench.UntilAsync(() => bench.Inbox.Journal.Contains("35 complete demo:1"));
    }

    [Fact]
    public async Task Completion_InboxOut_IsRepeatedUntilItSucceeds()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();
        var failures = 2;
        bench.Inbox.BeforeSettling = () => failures-- > 0 ? throw new IOException("no connection") : Task.CompletedTask;

        bench.Handler.End("1");
        await bench.JournalAsync(1);
        await AdvanceUntilAsync(bench, () => bench.Inbox.Journal.Count == 3);

        bench.Inbox.Journal.ShouldAllBe(entry => entry.EndsWith("complete demo:1"));
    }

    [Fact]
    public async Task Completion_InboxOutForTheRestOfTheLease_GivesUp()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();
        bench.Inbox.BeforeSettling = () => throw new IOException("no connection");

        bench.Handler.End("1");
        await bench.JournalAsync(1);
        await AdvanceUntilAsync(bench, () => bench.Logs.Entries.Any(entry => entry.Message.Contains("lost")));

        var attempts = bench.Inbox.Journal.Count;
        await bench.AdvanceAsync(10);
        bench.Inbox.Journal.Count.ShouldBe(attempts);
    }

    [Fact]
    public async Task Completion_LeaseWasLostUnnoticed_IsLogged()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();
        bench.Inbox.OnComplete = false;

        bench.Handler.End("1");

        await ProcessorBench.UntilAsync(() => bench.Logs.Entries.Any(entry => entry.Message.Contains("lost")));
    }

    [Fact]
    public async Task Inbox_Out_IsLoggedOnceAndAskedEverMoreRarely()
    {
        await using var bench = new ProcessorBench(options => options.OutagePauseCap = TimeSpan.FromSeconds(5));
        bench.Inbox.BeforeLease = () => throw new IOException("no connection");
        await bench.StartAsync();
        await bench.SettledAsync(turns: 0);

        await bench.AdvanceAsync(60);

        // 0.1 + 0.1 + 0.2 + 0.4 … up to pauses of 5 s.
        bench.Inbox.Looks.ShouldBeInRange(12, 20);
        bench.Logs.Entries.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
        bench.Inbox.BeforeLease = () => Task.CompletedTask;
        bench.Inbox.PutDue("1");
        bench.Time.Advance(TimeSpan.FromSeconds(5));
        await bench.SettledAsync(turns: 1);
        bench.Logs.Entries.Select(entry => entry.Level).ShouldBe([LogLevel.Warning, LogLevel.Information]);
        bench.Handler.End("1");
    }

    [Fact]
    public async Task Stop_TurnEndsInTime_IsCompletedAndNothingNewIsLeased()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();
        bench.Inbox.PutDue("2");
        var stop = bench.StopAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(14));

        bench.Handler.End("1");
        await stop.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);

        bench.Inbox.Journal.ShouldContain("14 complete demo:1");
        bench.Inbox.Journal.ShouldNotContain(entry => entry.Contains("demo:2") || entry.Contains("cancelled"));
    }

    [Fact]
    public async Task Stop_TurnTakesTooLong_IsCancelledAndGivenBack()
    {
        await using var bench = await ProcessorBench.StartWithTurnAsync();
        var stop = bench.StopAsync();
        await ProcessorBench.UntilAsync(() => bench.Time.WaitingTimers == 3);

        bench.Time.Advance(TimeSpan.FromSeconds(15));
        await stop.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);

        bench.Inbox.Journal.ShouldBe(["10 renew demo:1", "15 cancelled demo:1", "15 defer demo:1 by 0"]);
    }

    private static async Task AdvanceUntilAsync(ProcessorBench bench, Func<bool> condition) => await ProcessorBench.UntilAsync(() =>
    {
        if (condition())
        {
            return true;
        }

        bench.Time.Advance(TimeSpan.FromSeconds(1));
        return false;
    });
}
