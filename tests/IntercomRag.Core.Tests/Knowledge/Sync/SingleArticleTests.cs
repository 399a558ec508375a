using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Tests.Knowledge.Sync;

public sealed class SingleArticleTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly SyncFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task SyncArticle_PublishedEditedUnpublishedDeleted_FollowsTheSource()
    {
        _fixture.Put("1", "one");
        (await _fixture.Sync.SyncArticleAsync("1", Cancel)).Synced.ShouldBe(1);
        (await _fixture.Sync.SyncArticleAsync("1", Cancel)).Unchanged.ShouldBe(1);
        _fixture.Put("1", "changed");
        (await _fixture.Sync.SyncArticleAsync("1", Cancel)).Synced.ShouldBe(1);
        _fixture.Put("1", "changed", ArticleState.Draft);
        (await _fixture.Sync.SyncArticleAsync("1", Cancel)).Removed.ShouldBe(1);
        (await _fixture.IndexedAsync()).ShouldBe("");
    }

    [Fact]
    public async Task SyncArticle_Gone_RemovesEveryLocale()
    {
        _fixture.HelpCenter.Put(new SourceArticle("1", [], Audience.Everyone, [_fixture.Content("one"), _fixture.Content("un", locale: "fr")]));
        _fixture.Put("12", "stays");
        await _fixture.Sync.RunFullAsync(Cancel);
        _fixture.HelpCenter.Delete("1");

        (await _fixture.Sync.SyncArticleAsync("1", Cancel)).Removed.ShouldBe(2);
        (await _fixture.IndexedAsync()).ShouldBe("12/en");
    }

    [Fact]
    public async Task SyncArticle_SourceFails_ThrowsAndKeepsTheLastContent()
    {
        _fixture.Put("1", "one");
        await _fixture.Sync.SyncArticleAsync("1", Cancel);
        _fixture.HelpCenter.Before = _ => throw new TimeoutException("too slow");

        await Should.ThrowAsync<HelpCenterException>(() => _fixture.Sync.SyncArticleAsync("1", Cancel));

        (await _fixture.IndexedAsync()).ShouldBe("1/en");
    }

    [Fact]
    public async Task SyncArticle_BurstOfEdits_ReadsTheCollectionsOnceUntilTheyAge()
    {
        _fixture.Put("1", "one");
        await _fixture.Sync.SyncArticleAsync("1", Cancel);
        await _fixture.Sync.SyncArticleAsync("1", Cancel);
        _fixture.HelpCenter.Asked.Count(what => what == "collections").ShouldBe(1);

        _fixture.Time.Advance(_fixture.Options.CollectionsMaxAge + TimeSpan.FromSeconds(1));
        await _fixture.Sync.SyncArticleAsync("1", Cancel);
        _fixture.HelpCenter.Asked.Count(what => what == "collections").ShouldBe(2);
    }

    // The page that a full sync reads shows the article published; before it is written, the article is unpublished and its webhook handled.
    [Fact]
    public async Task SyncArticle_WhileAFullSyncHoldsAnOlderPage_IsNotOverwritten()
    {
        _fixture.Put("1", "one");
        var webhook = _fixture.Another();
        Task? handled = null;
        _fixture.HelpCenter.Before = async what =>
        {
            if (what == "page 1")
            {
                handled = Task.Run(
                    async () =>
                    {
                        _fixture.Put("1", "one", ArticleState.Draft);
                        await webhook.SyncArticleAsync("1", Cancel);
                    },
                    Cancel);
                await Task.Yield();
            }
        };

        for (var round = 0; round < 10; round++)
        {
            _fixture.Put("1", $"round {round}");
            await _fixture.Sync.RunFullAsync(Cancel);
            await handled!;
            (await _fixture.IndexedAsync()).ShouldBe("");
        }
    }
}
