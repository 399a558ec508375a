using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Sync;

namespace IntercomRag.Core.Tests.Knowledge.Sync;

public sealed class FullSyncTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly SyncFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task RunFull_FirstTime_IndexesWhatIsPublishedAndCountsTheRest()
    {
        _fixture.Put("1", "one");
        _fixture.Put("2", "two", ArticleState.Draft);
        _fixture.Put("3", "three", audience: Audience.Restricted);
        _fixture.Put("4", "");
        _fixture.Put("5", "five", audience: Audience.AllUsers);

        var report = await _fixture.Sync.RunFullAsync(Cancel);

        (await _fixture.IndexedAsync()).ShouldBe("1/en 5/en");
        (report.Synced, report.Unchanged, report.Removed, report.Complete).ShouldBe((2, 0, 0, true));
        report.Skipped.ShouldBe(new Dictionary<SkipReason, int> { [SkipReason.Draft] = 1, [SkipReason.Restricted] = 1, [SkipReason.Empty] = 1 }, ignoreOrder: true);
        (await _fixture.Store.ReadStateAsync(Cancel)).ShouldBe(new SyncState(_fixture.Time.GetUtcNow(), _fixture.Time.GetUtcNow()));
    }

    // Parsing it took 50 s, in which no other article is synced.
    [Fact]
    public async Task RunFull_ArticleNestedAHundredThousandDeep_IsSkippedAndTheOthersAreNot()
    {
        _fixture.Put("1", string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep");
        _fixture.Put("2", string.Concat(Enumerable.Repeat("<p>a paragraph that is left open<br>", 4_000)));

        var report = await _fixture.Sync.RunFullAsync(Cancel);

        report.Skipped.ShouldBe(new Dictionary<SkipReason, int> { [SkipReason.TooDeep] = 1 });
        (await _fixture.IndexedAsync()).ShouldBe("2/en");
    }

    [Fact]
    public async Task RunFull_Again_TouchesOnlyWhatChanged()
    {
        _fixture.Put("1", "one");
        _fixture.Put("2", "two <img src='https://downloads.intercomcdn.com/i/o/x.png?expires=1&amp;signature=a' alt='The menu of members'>");
        _fixture.Put("3", "three");
        await _fixture.Sync.RunFullAsync(Cancel);
        var two = (await _fixture.HelpCenter.FindArticleAsync("2", Cancel))!;
        _fixture.HelpCenter.Put(two with { Contents = [two.Contents[0] with { BodyHtml = two.Contents[0].BodyHtml.Replace("expires=1&amp;signature=a", "expires=2&amp;signature=b", StringComparison.Ordinal) }] });
        var three = (await _fixture.HelpCenter.FindArticleAsync("3", Cancel))!;
        _fixture.HelpCenter.Collections.Add(new Collection("2", "1", "en", new Dictionary<string, string> { ["en"] = "Inner" }));
        _fixture.HelpCenter.Put(three with { CollectionIds = ["2"] });

        var report = await _fixture.Sync.RunFullAsync(Cancel);

        (report.Synced, report.Unchanged, report.Removed).ShouldBe((1, 2, 0));
        (await _fixture.Index.FindAsync([new("3", "en")], Cancel))[0].CollectionPath.ShouldBe(["Members", "Inner"]);
    }

    [Fact]
    public async Task RunFull_Locales_AreJudgedEachByItself()
    {
        _fixture.HelpCenter.Put(new SourceArticle("1", ["1"], Audience.Everyone, [_fixture.Content("one"), _fixture.Content("un", locale: "fr"), _fixture.Content("ein", ArticleState.Draft, "de")]));
        await _fixture.Sync.RunFullAsync(Cancel);
        (await _fixture.IndexedAsync()).ShouldBe("1/en 1/fr");
        (await _fixture.Index.FindAsync([new("1", "fr")], Cancel))[0].CollectionPath.ShouldBe(["Membres"]);

        _fixture.HelpCenter.Put(new SourceArticle("1", ["1"], Audience.Everyone, [_fixture.Content("one", ArticleState.Draft), _fixture.Content("ein", locale: "de")]));
        var report = await _fixture.Sync.RunFullAsync(Cancel);

        (await _fixture.IndexedAsync()).ShouldBe("1/de");
        report.Removed.ShouldBe(2);
    }

    [Fact]
    public async Task RunFull_ArticlesThatAreGone_AreSwept()
    {
        _fixture.Put("1", "one");
        _fixture.Put("2", "two");
        _fixture.Put("3", "three");
        _fixture.Put("4", "four");
        await _fixture.Sync.RunFullAsync(Cancel);
        _fixture.HelpCenter.Delete("1");
        _fixture.Put("2", "two", ArticleState.Draft);
        _fixture.Put("3", "three", audience: Audience.Restricted);

        var report = await _fixture.Sync.RunFullAsync(Cancel);

        (await _fixture.IndexedAsync()).ShouldBe("4/en");
        report.Removed.ShouldBe(3);
    }

    [Fact]
    public async Task RunFull_ArticlePublishedDuringTheCrawl_IsNotSwept()
    {
        for (var i = 1; i <= 6; i++)
        {
            _fixture.Put($"{i}", "text");
        }

        await _fixture.Sync.RunFullAsync(Cancel);
        var webhook = _fixture.Another();
        var published = false;
        _fixture.HelpCenter.Before = async what =>
        {
            if (what == "page 1" && !published)
            {
                // It reaches the index after the snapshot, and the list shows it only later.
                published = true;
                _fixture.Put("7", "new");
            }

            await Task.CompletedTask;
        };
        _fixture.HelpCenter.PageSize = 3;
        var late = RunWhenAsync("page 2", () => webhook.SyncArticleAsync("8", Cancel), before: () => _fixture.Put("8", "newer"));
        await _fixture.Sync.RunFullAsync(Cancel);
        await late();

        (await _fixture.IndexedAsync()).ShouldBe("1/en 2/en 3/en 4/en 5/en 6/en 7/en 8/en");
    }

    [Fact]
    public async Task RunFull_ArticleThatSlippedBetweenPages_IsLookedUpAndKept()
    {
        for (var i = 1; i <= 6; i++)
        {
            _fixture.Put($"{i}", "text");
        }

        await _fixture.Sync.RunFullAsync(Cancel);
        _fixture.HelpCenter.Asked.Clear();
        _fixture.HelpCenter.Before = what =>
        {
            if (what == "page 2")
            {
                // The list is 6 5 | 4 3 | 2 1: without 6, article 4 moves to the page that was read already.
                _fixture.HelpCenter.Delete("6");
            }

            return Task.CompletedTask;
        };

        var report = await _fixture.Sync.RunFullAsync(Cancel);

        (await _fixture.IndexedAsync()).ShouldBe("1/en 2/en 3/en 4/en 5/en 6/en");
        _fixture.HelpCenter.Asked.ShouldContain("article 4");
        report.Removed.ShouldBe(0);
    }

    [Fact]
    public async Task RunFull_PageFails_KeepsEverythingAndIsNotComplete()
    {
        for (var i = 1; i <= 6; i++)
        {
            _fixture.Put($"{i}", "text");
        }

        await _fixture.Sync.RunFullAsync(Cancel);
        _fixture.HelpCenter.Delete("1");
        _fixture.Put("2", "changed");
        _fixture.HelpCenter.Before = what => what == "page 2" ? throw new HttpRequestException("503") : Task.CompletedTask;

        var report = await _fixture.Sync.RunFullAsync(Cancel);

        report.Complete.ShouldBeFalse();
        report.Errors.ShouldBe([new SyncError("page 2", "503")]);
        (report.Synced, report.Removed).ShouldBe((1, 0));
        (await _fixture.IndexedAsync()).ShouldBe("1/en 2/en 3/en 4/en 5/en 6/en");

        _fixture.HelpCenter.Before = _ => Task.CompletedTask;
        (await _fixture.Sync.RunFullAsync(Cancel)).Complete.ShouldBeTrue();
        (await _fixture.IndexedAsync()).ShouldBe("2/en 3/en 4/en 5/en 6/en");
    }

    [Fact]
    public async Task RunFull_SourceFailsAtOnce_LeavesTheIndexAndThrows()
    {
        _fixture.Put("1", "text");
        await _fixture.Sync.RunFullAsync(Cancel);
        var before = await _fixture.Store.ReadStateAsync(Cancel);
        _fixture.HelpCenter.Before = what => what == "page 1" ? throw new HttpRequestException("refused") : Task.CompletedTask;

        await Should.ThrowAsync<HelpCenterException>(() => _fixture.Sync.RunFullAsync(Cancel));

        (await _fixture.IndexedAsync()).ShouldBe("1/en");
        (await _fixture.Store.ReadStateAsync(Cancel)).ShouldBe(before);
    }

    [Fact]
    public async Task RunFull_LookUpOfAMissingArticleFails_KeepsIt()
    {
        _fixture.Put("1", "text");
        _fixture.Put("2", "text");
        await _fixture.Sync.RunFullAsync(Cancel);
        _fixture.HelpCenter.Delete("1");
        _fixture.HelpCenter.Before = what => what == "article 1" ? throw new HttpRequestException("500") : Task.CompletedTask;

        var report = await _fixture.Sync.RunFullAsync(Cancel);

        (await _fixture.IndexedAsync()).ShouldBe("1/en 2/en");
        report.Errors.ShouldHaveSingleItem().Subject.ShouldBe("article 1");
        report.Complete.ShouldBeFalse();
    }

    // Starts the work when the given page is asked for; it must wait for that page to be written, so it is awaited after the sync.
    private Func<Task> RunWhenAsync(string when, Func<Task> work, Action before)
    {
        var inner = _fixture.HelpCenter.Before;
        Task? started = null;
        _fixture.HelpCenter.Before = async what =>
        {
            await inner(what);
            if (what == when && started is null)
            {
                before();
                started = Task.Run(work, Cancel);
            }
        };
        return () => started ?? throw new InvalidOperationException($"{when} was never asked for");
    }
}
