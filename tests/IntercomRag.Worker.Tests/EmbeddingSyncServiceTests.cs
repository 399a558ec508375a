using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Testing;
using IntercomRag.Testing.Embeddings;
using Microsoft.Extensions.DependencyInjection;

namespace IntercomRag.Worker.Tests;

public sealed class EmbeddingSyncServiceTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly string _folder = Directory.CreateTempSubdirectory("intercomrag-worker-").FullName;
    private readonly StubHelpCenter _helpCenter = new();
    private readonly FakeTimeProvider _time = new();
    private readonly FakeEmbeddings _model = new();

    public void Dispose()
    {
        _model.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Start_ModelConfigured_EmbedsWhatTheSyncBrings()
    {
        _helpCenter.Put("1");
        _helpCenter.Put("2");
        await using var worker = NewWorker(_model);
        await worker.StartAsync();

        await UntilEmbeddedAsync(worker, 2);
    }

    [Fact]
    public async Task Run_NoModelConfigured_Rests()
    {
        _helpCenter.Put("1");
        await using var worker = NewWorker(null);
        await worker.StartAsync();
        await Eventually.HoldsAsync(() => _helpCenter.Reads == 1 && _time.WaitingTimers == 1, cancellationToken: Cancel);

        File.Exists(Path.Combine(_folder, "knowledge.db.embed")).ShouldBeFalse();
        (await EmbeddedAsync(worker)).ShouldBe(0);
    }

    [Fact]
    public async Task Run_ArticlePublishedAndTakenOut_ItsVectorsFollow()
    {
        _helpCenter.Put("1");
        await using var worker = NewWorker(_model);
        await worker.StartAsync();
        await UntilEmbeddedAsync(worker, 1);
        _helpCenter.Put("2");
        await ChangeAsync(worker, "2");
        await UntilEmbeddedAsync(worker, 2);

        _helpCenter.Put("1", state: ArticleState.Draft);
        await ChangeAsync(worker, "1");

        (await EmbeddedAsync(worker)).ShouldBe(1, "the vectors go in the same change as the article");
    }

    [Fact]
    public async Task Run_ServerAway_ArticlesAreIndexedAndEmbeddedLater()
    {
        _helpCenter.Put("1");
        _model.Before = (_, _) => throw new HttpRequestException("away");
        await using var worker = NewWorker(_model);
        await worker.StartAsync();
        await Eventually.HoldsAsync(
            async () =>
            {
                _time.Advance(TimeSpan.FromSeconds(5));
                return _model.Requests.Count > 2 && await worker.IndexedAsync() == 1;
            },
            cancellationToken: Cancel);
        (await EmbeddedAsync(worker)).ShouldBe(0);

        _model.Before = null;

        await UntilEmbeddedAsync(worker, 1);
    }

    [Fact]
    public async Task Run_SeveralWorkers_OneEmbedsAndAnotherTakesOver()
    {
        _helpCenter.Put("1");
        await using var first = NewWorker(_model);
        await using var second = NewWorker(_model);
        await first.StartAsync();
        await UntilEmbeddedAsync(first, 1);
        await second.StartAsync();
        _helpCenter.Put("2");
        await ChangeAsync(second, "2");
        await UntilEmbeddedAsync(first, 2);
        _model.Texts.Count(text => text == EmbeddingSpace.ProbeText).ShouldBe(1, "only one worker asks the model");

        await first.StopAsync();
        _helpCenter.Put("3");
        await ChangeAsync(second, "3");

        await UntilEmbeddedAsync(second, 3);
        _model.Texts.Count.ShouldBe(3 + 2, "three passages, and each of two workers has asked which model it is");
    }

    private WorkerProcess NewWorker(FakeEmbeddings? model) => new(Path.Combine(_folder, "knowledge.db"), _helpCenter, _time, model);

    private static Task<LeaseResult> ChangeAsync(WorkerProcess worker, string article) => worker.Services.GetRequiredKeyedService<ILeaseHandler>(InboxNames.Articles)
        .HandleAsync(new InboxLease(new SubjectKey("demo", article), 1, [], 1, DateTimeOffset.MaxValue), Cancel);

    private Task UntilEmbeddedAsync(WorkerProcess worker, int articles) => Eventually.HoldsAsync(
        async () =>
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            return await EmbeddedAsync(worker) == articles;
        },
        cancellationToken: Cancel);

    private static async Task<int> EmbeddedAsync(WorkerProcess worker) =>
        (await worker.Services.GetRequiredService<IVectorStore>().ReadChangesAsync(null, 100, Cancel)).Changed.Count;
}
