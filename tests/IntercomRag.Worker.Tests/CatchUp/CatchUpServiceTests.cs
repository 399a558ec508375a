using IntercomRag.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntercomRag.Worker.Tests.CatchUp;

public sealed class CatchUpServiceTests(SimulatedWorkspace workspace) : IClassFixture<SimulatedWorkspace>, IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 120));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await workspace.ResetAsync();
        await using var worker = new CatchUpWorker(workspace, _time);
        await worker.ForgetAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Start_CustomersWait_AreFoundAtOnceAndThenEveryInterval()
    {
        await workspace.WriteAsync();
        await using var worker = new CatchUpWorker(workspace, _time);
        await worker.StartAsync();
        await WaitsInInboxAsync(worker, 1);

        await workspace.WriteAsync();
        await AdvanceAsync(TimeSpan.FromMinutes(3));

        await WaitsInInboxAsync(worker, 2);
        (await worker.HealthAsync()).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Run_IntercomAway_IsDegradedUntilItAnswers()
    {
        await workspace.WriteAsync();
        await workspace.SetFaultsAsync(new { rest = new { server_error_before_probability = 1 } });
        await using var worker = new CatchUpWorker(workspace, _time);
        await worker.StartAsync();

        await Eventually.HoldsAsync(async () => await worker.HealthAsync() == HealthStatus.Degraded, cancellationToken: Cancel);
        worker.Log.Text.ShouldContain("Catch-up ended early");
        await workspace.SetFaultsAsync(new { });

        await RoundsUntilAsync(async () => await worker.HealthAsync() == HealthStatus.Healthy);
        await WaitsInInboxAsync(worker, 1);
    }

    [Fact]
    public async Task Run_RedisAway_IsDegradedUntilItIsBackAndNothingIsMissed()
    {
        var conversation = await workspace.WriteAsync();
        await using var garnet = new GarnetServer();
        await using var worker = new CatchUpWorker(
            workspace, _time, ("ConnectionStrings:cache", garnet.ConnectionString));
        await worker.StartAsync();

        await Eventually.HoldsAsync(async () => await worker.HealthAsync() == HealthStatus.Degraded, cancellationToken: Cancel);
        await garnet.StartAsync(Cancel);
        await RoundsUntilAsync(async () => await worker.HealthAsync() == HealthStatus.Healthy);

        (await worker.DrainAsync()).ShouldContain(item => item.Subject.Id == conversation);
    }

    // A loaded machine may fail a round of its own accord.
    private Task RoundsUntilAsync(Func<Task<bool>> condition) => Eventually.HoldsAsync(
        async () =>
        {
            await AdvanceAsync(TimeSpan.FromMinutes(3));
            return await condition();
        },
        TimeSpan.FromSeconds(30),
        cancellationToken: Cancel);

    private static Task WaitsInInboxAsync(CatchUpWorker worker, int subjects) =>
        Eventually.HoldsAsync(async () => (await worker.Inbox.MeasureAsync(Cancel)).Waiting == subjects, cancellationToken: Cancel);

    // The service waits on a timer between two rounds; only then does moving the clock reach it.
    private async Task AdvanceAsync(TimeSpan by)
    {
        await Eventually.HoldsAsync(() => _time.WaitingTimers > 0, cancellationToken: Cancel);
        _time.Advance(by);
    }
}
