using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Testing;

namespace IntercomRag.Worker.Tests.CatchUp;

/// <summary>Rounds over the real REST of the Simulator and a real Garnet. The worker's clock is two minutes ahead, so that nothing is too fresh.</summary>
public sealed class CatchUpRoundTests(SimulatedWorkspace workspace) : IClassFixture<SimulatedWorkspace>, IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 120));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await workspace.ResetAsync();
        await using var worker = Worker();
        await worker.ForgetAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Round_CustomersWait_AreTheOnesPutIntoTheInbox()
    {
        var waiting = await workspace.WriteAsync();
        var greeted = await workspace.WriteAsync();
        await workspace.GreetAsync(greeted);
        var closed = await workspace.WriteAsync();
        await workspace.ActAsync(closed, "close");
        var helped = await workspace.WriteAsync();
        await workspace.ActAsync(helped, "reply");
        var answered = await workspace.WriteAsync();
        await workspace.AnswerAsync(answered);
        await using var worker = Worker();

        var report = await worker.RoundAsync();

        (report.Found, report.Known, report.Enqueued, report.IsComplete, report.Problem).ShouldBe((2, 0, 2, true, null));
        var items = await worker.DrainAsync();
        items.Select(item => item.Subject).ShouldBe([new SubjectKey("demo", waiting), new SubjectKey("demo", greeted)], ignoreOrder: true);
        items.ShouldAllBe(item => item.Topic == "intercomrag.catch_up");
    }

    [Fact]
    public async Task Round_SameMessageAgain_IsKnownAndANewOneIsNot()
    {
        var conversation = await workspace.WriteAsync();
        await using var worker = Worker();
        (await worker.RoundAsync()).Enqueued.ShouldBe(1);
        await worker.DrainAsync();

        var again = await worker.RoundAsync();
        (again.Known, again.Enqueued).ShouldBe((1, 0));

        // Intercom's times are whole seconds.
        var second = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        await Eventually.HoldsAsync(() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() > second, cancellationToken: Cancel);
        await workspace.WriteAsync(conversation);
        (await worker.RoundAsync()).Enqueued.ShouldBe(1);
    }

    [Fact]
    public async Task Round_MessageOfThisMinute_IsLeftToItsWebhook()
    {
        var now = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await workspace.WriteAsync();
        await using var worker = new CatchUpWorker(workspace, now);

        (await worker.RoundAsync()).Found.ShouldBe(0);
        now.Advance(TimeSpan.FromMinutes(2));

        (await worker.RoundAsync()).Enqueued.ShouldBe(1);
    }

    [Fact]
    public async Task Round_MoreThanAPage_FindsAll()
    {
        await WriteAsync(320);
        await using var worker = Worker();

        var report = await worker.RoundAsync();

        (report.Enqueued, report.IsComplete).ShouldBe((320, true));
        (await worker.DrainAsync()).Select(item => item.Subject).Distinct().Count().ShouldBe(320);
    }

    [Fact]
    public async Task Round_MoreThanTheLargest_GoesOnInTheNext()
    {
        await WriteAsync(25);
        await using var worker = Worker(("CatchUp:LargestRound", "10"));

        (await worker.RoundAsync()).ShouldSatisfyAllConditions(
            one => one.Enqueued.ShouldBe(10), one => one.Watermark.ShouldBeNull(), one => one.IsComplete.ShouldBeFalse(), one => one.Problem.ShouldBeNull());
        (await worker.RoundAsync()).ShouldSatisfyAllConditions(two => two.Enqueued.ShouldBe(10), two => two.Known.ShouldBe(10));
        (await worker.RoundAsync()).ShouldSatisfyAllConditions(
            three => three.Enqueued.ShouldBe(5), three => three.IsComplete.ShouldBeTrue(), three => three.Watermark.ShouldBe(_time.GetUtcNow().AddMinutes(-1)));
    }

    [Fact]
    public async Task Round_InboxFull_EndsEarlyAndGoesOnAfterARestart()
    {
        await WriteAsync(25);
        await using (var worker = Worker(("Inbox:Capacity", "10")))
        {
            var report = await worker.RoundAsync();
            (report.Enqueued, report.IsComplete, report.Watermark, report.Problem).ShouldBe((10, false, null, "The inbox is full."));
            await worker.DrainAsync();
        }

        _time.Advance(TimeSpan.FromMinutes(4));
        await using (var restarted = Worker())
        {
            var report = await restarted.RoundAsync();
            (report.Enqueued, report.Known, report.IsComplete).ShouldBe((15, 10, true));
        }

        _time.Advance(TimeSpan.FromMinutes(4));
        await using var third = Worker();
        (await third.RoundAsync()).Watermark.ShouldBe(_time.GetUtcNow().AddMinutes(-1));
    }

    [Fact]
    public async Task Round_LongAfterTheLast_ReadsBackToItAndTheOverlap()
    {
        await using var worker = Worker(("CatchUp:LookBack", "00:00:00"));
        _time.Advance(TimeSpan.FromHours(3));
        (await worker.RoundAsync()).IsComplete.ShouldBeTrue();

        // More than the overlap of two hours before the end of the last round.
        await workspace.WriteAsync();
        _time.Advance(TimeSpan.FromHours(1));
        (await worker.RoundAsync()).Found.ShouldBe(0);

        await using var wider = Worker(("CatchUp:Overlap", "05:00:00"));
        _time.Advance(TimeSpan.FromMinutes(4));
        (await wider.RoundAsync()).Enqueued.ShouldBe(1);
    }

    [Fact]
    public async Task Round_FirstEver_LooksBackAsFarAsSaid()
    {
        await workspace.WriteAsync();
        _time.Advance(TimeSpan.FromHours(25));
        await using var worker = Worker(("CatchUp:LookBack", "1.00:00:00"));
        (await worker.RoundAsync()).Found.ShouldBe(0);
        await worker.ForgetAsync();

        await using var further = Worker(("CatchUp:LookBack", "1.06:00:00"));
        (await further.RoundAsync()).Enqueued.ShouldBe(1);
    }

    [Fact]
    public async Task Round_TurnBecameADeadLetter_IsBegunAgainOnceAnHour()
    {
        await workspace.WriteAsync();
        await using var worker = Worker(("Inbox:MaxAttempts", "1"));
        await worker.RoundAsync();
        await worker.GiveUpAsync();

        (await worker.RoundAsync()).Enqueued.ShouldBe(1);
        await worker.GiveUpAsync();
        (await worker.RoundAsync()).ShouldSatisfyAllConditions(report => report.Enqueued.ShouldBe(0), report => report.Known.ShouldBe(1));
    }

    [Fact]
    public async Task Round_TurnWasLeftUnfinished_IsPutBackOnceAnHour()
    {
        await using var worker = Worker(("Inbox:MaxAttempts", "1"), ("CatchUp:LookBack", "00:00:00"));
        await worker.Inbox.EnqueueAsync(
            new InboxItem(new SubjectKey("demo", "77"), ["1"], "conversation.user.created", _time.GetUtcNow(), _time.GetUtcNow(), null),
            BurstWindow.None,
            Cancel);
        await worker.GiveUpAsync(checkpoint: "note written");
        (await worker.RoundAsync()).Unfinished.ShouldBe(0, "it may be just about to go on");
        _time.Advance(TimeSpan.FromMinutes(2));

        (await worker.RoundAsync()).Unfinished.ShouldBe(1);
        var lease = (await worker.Inbox.LeaseAsync(Cancel)).ShouldNotBeNull();
        (lease.Subject.Id, lease.Items[0].Topic, lease.Checkpoint).ShouldBe(("77", "intercomrag.unfinished_turn", "note written"));
        await worker.Inbox.RetryAsync(lease, new LeaseFailure("broken"), Cancel);
        (await worker.RoundAsync()).Unfinished.ShouldBe(0);
        _time.Advance(TimeSpan.FromHours(1));
        (await worker.RoundAsync()).Unfinished.ShouldBe(1);
    }

    [Fact]
    public async Task Round_SeveralWorkers_OneRunsItAndAnotherTakesOver()
    {
        await workspace.WriteAsync();
        await using var first = Worker();
        await using var second = Worker();
        (await first.RoundAsync()).Enqueued.ShouldBe(1);

        var (report, next) = await second.TryRoundAsync();
        (report, next).ShouldBe((null, TimeSpan.FromMinutes(3)));
        _time.Advance(next);

        (await second.RoundAsync()).Known.ShouldBe(1);
        (await first.TryRoundAsync()).Report.ShouldBeNull();
    }

    [Fact]
    public async Task Round_FailsAgainAndAgain_IsTriedSoonAndThenLessOften()
    {
        await workspace.SetFaultsAsync(new { rest = new { server_error_before_probability = 1 } });
        await using var worker = Worker();
        var pauses = new List<double>();
        for (var round = 0; round < 6; round++)
        {
            pauses.Add((await worker.TryRoundAsync()).Next.TotalSeconds);
        }

        pauses.ShouldBe([10, 20, 40, 80, 160, 180]);
        await workspace.SetFaultsAsync(new { });
        (await worker.TryRoundAsync()).Next.ShouldBe(TimeSpan.FromMinutes(3));
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/conversations/search")]
    public async Task Round_IntercomFails_IsAProblemAndTheNextFindsAll(string path)
    {
        await workspace.WriteAsync();
        await workspace.SetFaultsAsync(new { rest = new { server_error_before_probability = 1, path_contains = path } });
        await using var worker = Worker();

        var failed = await worker.RoundAsync();
        (failed.Enqueued, failed.IsComplete, failed.Watermark).ShouldBe((0, false, null));
        failed.Problem.ShouldNotBeNull().ShouldContain(path);
        await workspace.SetFaultsAsync(new { });

        (await worker.RoundAsync()).Enqueued.ShouldBe(1);
    }

    private CatchUpWorker Worker(params (string Key, string Value)[] settings) => new(workspace, _time, settings);

    private async Task WriteAsync(int customers) => await Task.WhenAll(Enumerable.Range(0, customers).Select(_ => workspace.WriteAsync()));
}
