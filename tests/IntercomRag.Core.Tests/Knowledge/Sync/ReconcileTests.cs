using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Tests.Knowledge.Sync;

public sealed class ReconcileTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly SyncFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Reconcile_EditsSinceTheLastSync_AreReadAndOlderPagesAreNot()
    {
        _fixture.Options.ReconcileOverlap = TimeSpan.Zero;
        for (var i = 1; i <= 8; i++)
        {
            _fixture.Put($"{i}", "text");
        }

        await _fixture.Sync.RunFullAsync(Cancel);
        _fixture.Put("3", "edited");
        _fixture.Put("9", "new");
        _fixture.HelpCenter.Asked.Clear();

        var report = await _fixture.Sync.ReconcileAsync(Cancel);

        report.Synced.ShouldBe(2);
        _fixture.HelpCenter.Asked.ShouldBe(["collections", "page 1", "page 2", "page 3"]);
        (await _fixture.Store.ReadStateAsync(Cancel)).Watermark.ShouldBe(_fixture.Time.GetUtcNow());

        _fixture.HelpCenter.Asked.Clear();
        (await _fixture.Sync.ReconcileAsync(Cancel)).Synced.ShouldBe(0);
        _fixture.HelpCenter.Asked.ShouldBe(["collections", "page 1", "page 2"]);
    }

    [Fact]
    public async Task Reconcile_PageFails_DoesNotMoveTheWatermark()
    {
        _fixture.Put("1", "text");
        await _fixture.Sync.RunFullAsync(Cancel);
        var before = await _fixture.Store.ReadStateAsync(Cancel);
        _fixture.Put("2", "new");
        _fixture.HelpCenter.PageSize = 1;
        _fixture.HelpCenter.Before = what => what == "page 2" ? throw new HttpRequestException("503") : Task.CompletedTask;

        await Should.ThrowAsync<HelpCenterException>(() => _fixture.Sync.ReconcileAsync(Cancel));

        (await _fixture.Store.ReadStateAsync(Cancel)).ShouldBe(before);
    }
}
