using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Knowledge;
using IntercomRag.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntercomRag.Worker.Tests;

public sealed class KnowledgeSyncServiceTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly string _folder = Directory.CreateTempSubdirectory("intercomrag-worker-").FullName;
    private readonly StubHelpCenter _helpCenter = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_EmptyIndex_IsFilledAtOnce()
    {
        _helpCenter.Put("1");
        await using var worker = NewWorker();
        await worker.StartAsync();

        await Eventually.HoldsAsync(async () => await worker.IndexedAsync() == 1, cancellationToken: Cancel);
    }

    [Fact]
    public async Task Start_SourceAway_SyncsSoonAfterItAnswers()
    {
        _helpCenter.Put("1");
        _helpCenter.Answers = false;
        await using var worker = NewWorker();
        await worker.StartAsync();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await AdvanceAsync(TimeSpan.FromMinutes(2));
        }

        (await worker.IndexedAsync()).ShouldBe(0);
        _helpCenter.Answers = true;
        await AdvanceAsync(TimeSpan.FromMinutes(2));

        await Eventually.HoldsAsync(async () => await worker.IndexedAsync() == 1, cancellationToken: Cancel);
    }

    [Fact]
    public async Task Run_BetweenFullSyncs_ReadsTheNewestEveryInterval()
    {
        _helpCenter.Put("1");
        await using var worker = NewWorker();
        await worker.StartAsync();
        await Eventually.HoldsAsync(() => _helpCenter.Reads == 1, cancellationToken: Cancel);
        _helpCenter.Put("2");

        for (var minute = 1; minute < 10; minute++)
        {
            await AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        _helpCenter.Reads.ShouldBe(1);
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        await Eventually.HoldsAsync(async () => await worker.IndexedAsync() == 2, cancellationToken: Cancel);
    }

    [Fact]
    public async Task Run_SeveralWorkers_OneSyncsAndAnotherTakesOver()
    {
        await using var first = NewWorker();
        await using var second = NewWorker();
        await first.StartAsync();
        await Eventually.HoldsAsync(() => _helpCenter.Reads == 1, cancellationToken: Cancel);
        await second.StartAsync();
        await Eventually.HoldsAsync(() => _time.WaitingTimers == 2, cancellationToken: Cancel);
        _helpCenter.Reads.ShouldBe(1);

        await first.StopAsync();
        await Eventually.HoldsAsync(() => _time.WaitingTimers == 1, cancellationToken: Cancel);
        _time.Advance(TimeSpan.FromSeconds(15));

        await Eventually.HoldsAsync(() => _helpCenter.Reads == 2, cancellationToken: Cancel);
    }

    [Fact]
    public async Task Run_DamagedIndex_IsBuiltAnew()
    {
        _helpCenter.Put("1");
        await File.WriteAllTextAsync(IndexPath, new string('x', 10_000), Cancel);
        await using var worker = NewWorker();
        await worker.StartAsync();

        await Eventually.HoldsAsync(async () => await worker.IndexedAsync() == 1, cancellationToken: Cancel);
    }

    [Fact]
    public async Task Run_IndexDamagedMeanwhile_IsBuiltAnewWithinAMinute()
    {
        _helpCenter.Put("1");
        await using var worker = NewWorker();
        await worker.StartAsync();
        await Eventually.HoldsAsync(() => _helpCenter.Reads == 1, cancellationToken: Cancel);
        await Eventually.HoldsAsync(() => _time.WaitingTimers == 1, cancellationToken: Cancel);
        await File.WriteAllTextAsync(IndexPath, new string('x', 10_000), Cancel);

        await AdvanceAsync(TimeSpan.FromMinutes(1));

        await Eventually.HoldsAsync(async () => await worker.IndexedAsync() == 1, cancellationToken: Cancel);
        _helpCenter.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Run_IndexGoneMeanwhile_IsBuiltAnewWithinAMinute()
    {
        _helpCenter.Put("1");
        await using var worker = NewWorker();
        await worker.StartAsync();
        await Eventually.HoldsAsync(() => _helpCenter.Reads == 1, cancellationToken: Cancel);
        await Eventually.HoldsAsync(() => _time.WaitingTimers == 1, cancellationToken: Cancel);
        foreach (var file in Directory.GetFiles(_folder, "knowledge.db*").Where(file => !file.EndsWith(".lead", StringComparison.Ordinal)))
        {
            File.Delete(file);
        }

        await AdvanceAsync(TimeSpan.FromMinutes(1));

        await Eventually.HoldsAsync(async () => await worker.IndexedAsync() == 1, cancellationToken: Cancel);
    }

    [Fact]
    public async Task ArticleChange_UnpublishedArticle_LeavesTheIndex()
    {
        _helpCenter.Put("1");
        await using var worker = NewWorker();
        var handler = worker.Services.GetRequiredKeyedService<ILeaseHandler>(InboxNames.Articles);
        var lease = new InboxLease(new SubjectKey("demo", "1"), 1, [], 1, _time.GetUtcNow().AddMinutes(1));
        await handler.HandleAsync(lease, Cancel);
        (await worker.IndexedAsync()).ShouldBe(1);

        _helpCenter.Put("1", state: ArticleState.Draft);
        await handler.HandleAsync(lease, Cancel);

        (await worker.IndexedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ArticleChange_SourceAway_ThrowsSoThatTheInboxRetries()
    {
        _helpCenter.Answers = false;
        await using var worker = NewWorker();
        var handler = worker.Services.GetRequiredKeyedService<ILeaseHandler>(InboxNames.Articles);

        await Should.ThrowAsync<HelpCenterException>(() => handler.HandleAsync(new InboxLease(new SubjectKey("demo", "1"), 1, [], 1, _time.GetUtcNow()), Cancel));
    }

    [Fact]
    public async Task Health_IndexFile_DecidesReadiness()
    {
        await using var worker = NewWorker();
        var health = worker.Services.GetRequiredService<HealthCheckService>();
        (await health.CheckHealthAsync(Cancel)).Status.ShouldBe(HealthStatus.Healthy);

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(IndexPath, new string('x', 10_000), Cancel);
        (await health.CheckHealthAsync(Cancel)).Status.ShouldBe(HealthStatus.Unhealthy);
    }

    private string IndexPath => Path.Combine(_folder, "knowledge.db");

    private WorkerProcess NewWorker() => new(IndexPath, _helpCenter, _time);

    // The service waits on a timer between two attempts; only then does moving the clock reach it.
    private async Task AdvanceAsync(TimeSpan by)
    {
        await Eventually.HoldsAsync(() => _time.WaitingTimers > 0, cancellationToken: Cancel);
        _time.Advance(by);
        await Eventually.HoldsAsync(() => _time.WaitingTimers > 0, cancellationToken: Cancel);
    }
}
