using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Knowledge.Sync;

/// <summary>Brings the published articles of the Help Center into the index, and takes out what is no longer published.</summary>
/// <remarks>
/// Full syncs, reconciles and single articles may run at the same time, in one process or several. Each reads a page (or an article) and
/// writes it while it holds <see cref="ISyncStore.EnterAsync"/>: between a read and its write nobody else writes, so an older state never
/// replaces a newer one.
/// <para>
/// The list of articles is read by page number while people edit. An edited article moves to the front and pushes others onto the next
/// page, where they are met twice, which does no harm. A deleted one pulls others onto a page that was read already; what was in the
/// index and was not met is therefore looked up by itself before it is taken out.
/// </para>
/// </remarks>
public sealed partial class KnowledgeSync
{
    /// <summary>With so many failed pages in a row the source is not there, and asking for the rest of its pages helps nobody.</summary>
    private const int FailedPagesInARow = 3;

    private readonly IHelpCenter _helpCenter;
    private readonly IKnowledgeIndex _index;
    private readonly ISyncStore _store;
    private readonly KnowledgeOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<KnowledgeSync> _logger;
    private readonly CollectionReader _collections;
    private readonly ArticleApplier _applier;

    public KnowledgeSync(
        IHelpCenter helpCenter,
        IKnowledgeIndex index,
        ISyncStore store,
        IOptions<KnowledgeOptions> options,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        _helpCenter = helpCenter;
        _index = index;
        _store = store;
        _options = options.Value;
        _time = time;
        _logger = loggers.CreateLogger<KnowledgeSync>();
        _collections = new CollectionReader(helpCenter, options, time);
        _applier = new ArticleApplier(index, loggers.CreateLogger<ArticleApplier>());
    }

    /// <summary>Reads every article, then sweeps what the index held before and the source no longer publishes.</summary>
    /// <exception cref="HelpCenterException">The first page could not be read.</exception>
    public async Task<SyncReport> RunFullAsync(CancellationToken cancellationToken)
    {
        using var activity = TurnTelemetry.Source.StartActivity(TelemetryNames.Spans.SyncFull);
        var startedAt = _time.GetUtcNow();
        var tally = new SyncTally(SyncKind.Full, _time);
        var before = await _index.ReadHashesAsync(cancellationToken);
        var collections = await _collections.ReadAsync(cancellationToken);
        LogStarted(before.Count);

        var crawl = await CrawlAsync(collections, tally, cancellationToken);
        if (!tally.SourceFailed)
        {
            await SweepAsync(before.Keys.Select(key => key.ArticleId).Distinct().Where(id => !crawl.Seen.Contains(id)), collections, tally, cancellationToken);
        }

        var report = tally.Report(activity);
        if (report.Complete)
        {
            await _store.WriteStateAsync(new SyncState(startedAt, crawl.Newest), cancellationToken);
            if (report.Synced + report.Removed > 0)
            {
                await _store.CompactAsync(cancellationToken);
            }
        }

        LogFinished(report);
        return report;
    }

    /// <summary>Reads the articles that were edited last, down to the newest edit seen by an earlier sync.</summary>
    public async Task<SyncReport> ReconcileAsync(CancellationToken cancellationToken)
    {
        using var activity = TurnTelemetry.Source.StartActivity(TelemetryNames.Spans.SyncReconcile);
        var tally = new SyncTally(SyncKind.Reconcile, _time);
        var state = await _store.ReadStateAsync(cancellationToken);
        var collections = await _collections.ReadAsync(cancellationToken);
        var until = state.Watermark - _options.ReconcileOverlap;
        var newest = state.Watermark;
        for (var page = 1; ; page++)
        {
            var read = await ReadPageAsync(page, collections, tally, cancellationToken);
            newest = Later(newest, read.Articles.Select(LastEdit));
            if (IsLast(read) || read.Articles.All(article => LastEdit(article) < until))
            {
                break;
            }
        }

        var report = tally.Report(activity);
        await _store.WriteStateAsync(state with { Watermark = newest }, cancellationToken);
        if (report.Synced + report.Removed + report.Errors.Count > 0)
        {
            LogFinished(report);
        }

        return report;
    }

    /// <summary>Brings one article to its present state; takes it out when it no longer exists.</summary>
    public async Task<SyncReport> SyncArticleAsync(string articleId, CancellationToken cancellationToken)
    {
        using var activity = TurnTelemetry.Source.StartActivity(TelemetryNames.Spans.SyncArticle);
        activity?.SetTag(TelemetryNames.Attributes.ArticleId, articleId);
        var tally = new SyncTally(SyncKind.Article, _time);
        await RefreshAsync(articleId, tally, cancellationToken);
        var report = tally.Report(activity);
        LogArticle(articleId, report.Synced, report.Unchanged, report.Removed);
        return report;
    }

    private async Task<(HashSet<string> Seen, DateTimeOffset? Newest)> CrawlAsync(CollectionTree collections, SyncTally tally, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        DateTimeOffset? newest = null;
        var failed = 0;
        var reported = 0;
        for (var page = 1; ; page++)
        {
            ArticlePage read;
            try
            {
                read = await ReadPageAsync(page, collections, tally, cancellationToken);
                failed = 0;
            }
            catch (HelpCenterException e) when (page > 1)
            {
                tally.AddSourceFailure($"page {page}", e);
                LogPageFailed(page, e);
                if (++failed == FailedPagesInARow)
                {
                    break;
                }

                continue;
            }

            seen.UnionWith(read.Articles.Select(article => article.Id));
            newest = Later(newest, read.Articles.Select(LastEdit));
            if (tally.Articles / _options.ProgressEvery > reported)
            {
                reported = tally.Articles / _options.ProgressEvery;
                LogProgress(tally.Articles, page, read.TotalPages, tally.Synced, tally.Unchanged, tally.Errors.Count);
            }

            if (IsLast(read))
            {
                break;
            }
        }

        return (seen, newest);
    }

    private async Task SweepAsync(IEnumerable<string> articleIds, CollectionTree collections, SyncTally tally, CancellationToken cancellationToken)
    {
        foreach (var id in articleIds)
        {
            try
            {
                await RefreshAsync(id, tally, cancellationToken, collections);
            }
            catch (HelpCenterException e)
            {
                tally.AddSourceFailure($"article {id}", e);
                LogArticleFailed(id, e);
            }
        }
    }

    private async Task<ArticlePage> ReadPageAsync(int page, CollectionTree collections, SyncTally tally, CancellationToken cancellationToken)
    {
        await using var right = await _store.EnterAsync(cancellationToken);
        var read = await AskAsync(_helpCenter.ReadArticlesAsync(page, cancellationToken), cancellationToken);
        await _applier.ApplyAsync(read.Articles, collections, tally, cancellationToken);
        return read;
    }

    private async Task RefreshAsync(string articleId, SyncTally tally, CancellationToken cancellationToken, CollectionTree? collections = null)
    {
        await using var right = await _store.EnterAsync(cancellationToken);
        if (await AskAsync(_helpCenter.FindArticleAsync(articleId, cancellationToken), cancellationToken) is { } article)
        {
            collections ??= await _collections.ReadForAsync(article, cancellationToken);
            await _applier.ApplyAsync([article], collections, tally, cancellationToken);
        }
        else
        {
            await _applier.RemoveAsync(articleId, tally, cancellationToken);
        }
    }

    private static bool IsLast(ArticlePage page) => page.Articles.Count == 0 || page.Page >= page.TotalPages;

    private static DateTimeOffset? LastEdit(SourceArticle article) => article.Contents.Max(content => content.UpdatedAt);

    private static DateTimeOffset? Later(DateTimeOffset? known, IEnumerable<DateTimeOffset?> edits) => edits.Append(known).Max();

    /// <summary>Tells failures of the source, which leave the index as it was, from failures of the index.</summary>
    private static async Task<T> AskAsync<T>(Task<T> question, CancellationToken cancellationToken)
    {
        try
        {
            return await question;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HelpCenterException(e.Message, e);
        }
    }

    private void LogFinished(SyncReport report) => LogFinished(
        report.Kind,
        report.Synced,
        report.Unchanged,
        report.Removed,
        report.Skipped.Values.Sum(),
        report.Errors.Count,
        report.Duration.TotalSeconds,
        report.Complete);

    [LoggerMessage(1, LogLevel.Information, "Full sync begins; the index holds {Indexed} articles")]
    private partial void LogStarted(int indexed);

    [LoggerMessage(2, LogLevel.Information, "Full sync: {Articles} articles read, page {Page} of {Pages}; {Synced} synced, {Unchanged} unchanged, {Errors} errors")]
    private partial void LogProgress(int articles, int page, int pages, int synced, int unchanged, int errors);

    [LoggerMessage(3, LogLevel.Information, "{Kind} sync: {Synced} synced, {Unchanged} unchanged, {Removed} removed, {Skipped} skipped, {Errors} errors in {Seconds:F1} s; complete: {Complete}")]
    private partial void LogFinished(SyncKind kind, int synced, int unchanged, int removed, int skipped, int errors, double seconds, bool complete);

    [LoggerMessage(4, LogLevel.Information, "Article {ArticleId} after a change: {Synced} synced, {Unchanged} unchanged, {Removed} removed")]
    private partial void LogArticle(string articleId, int synced, int unchanged, int removed);

    [LoggerMessage(5, LogLevel.Warning, "Page {Page} of the articles cannot be read; the index keeps what it has of it")]
    private partial void LogPageFailed(int page, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "Article {ArticleId} was not listed and cannot be read; the index keeps its last content")]
    private partial void LogArticleFailed(string articleId, Exception exception);
}
