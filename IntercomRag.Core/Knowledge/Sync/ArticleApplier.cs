using IntercomRag.Core.Knowledge.Html;
using IntercomRag.Core.Knowledge.Index;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Knowledge.Sync;

/// <summary>Brings the index to what was just read of an article. The caller holds <see cref="ISyncStore.EnterAsync"/> since before it read.</summary>
internal sealed partial class ArticleApplier(IKnowledgeIndex index, ILogger<ArticleApplier> logger)
{
    public async Task ApplyAsync(IReadOnlyList<SourceArticle> articles, CollectionTree collections, SyncTally tally, CancellationToken cancellationToken)
    {
        var indexed = await index.ReadHashesAsync([.. articles.Select(article => article.Id)], cancellationToken);
        var byArticle = indexed.ToLookup(entry => entry.Key.ArticleId);
        foreach (var article in articles)
        {
            tally.CountArticle();
            await ApplyAsync(article, byArticle[article.Id].ToDictionary(), collections, tally, cancellationToken);
        }
    }

    /// <summary>The source says that there is no such article.</summary>
    public async Task RemoveAsync(string articleId, SyncTally tally, CancellationToken cancellationToken)
    {
        foreach (var key in (await index.ReadHashesAsync([articleId], cancellationToken)).Keys)
        {
            await index.RemoveAsync(key, cancellationToken);
            tally.CountRemoved();
        }
    }

    private async Task ApplyAsync(
        SourceArticle article,
        Dictionary<ArticleKey, string> indexed,
        CollectionTree collections,
        SyncTally tally,
        CancellationToken cancellationToken)
    {
        foreach (var content in article.Contents)
        {
            var key = new ArticleKey(article.Id, content.Locale);
            try
            {
                if (await ApplyAsync(article, content, indexed.GetValueOrDefault(key), collections, tally, cancellationToken))
                {
                    indexed.Remove(key);
                }
            }
            catch (UnreadableArticleException e)
            {
                indexed.Remove(key);
                tally.AddError($"article {key}", e);
                LogUnreadable(key, e);
            }
        }

        // What remains is no longer published in that language, or the language itself is gone.
        foreach (var key in indexed.Keys)
        {
            await index.RemoveAsync(key, cancellationToken);
            tally.CountRemoved();
        }
    }

    /// <returns>Whether this language of the article is in the index now.</returns>
    private async Task<bool> ApplyAsync(
        SourceArticle article, LocalizedContent content, string? indexedHash, CollectionTree collections, SyncTally tally, CancellationToken cancellationToken)
    {
        SkipReason? skipped = content.State != ArticleState.Published ? SkipReason.Draft
            : article.Audience == Audience.Restricted ? SkipReason.Restricted
            : NestingDepth.IsTooDeep(content.BodyHtml) ? SkipReason.TooDeep
            : null;
        if (skipped is null)
        {
            var entry = Build(article, content, collections);
            if (entry.Chunks.Count > 0)
            {
                if (entry.ContentHash == indexedHash)
                {
                    tally.CountUnchanged();
                }
                else
                {
                    await index.ReplaceAsync(entry, cancellationToken);
                    tally.CountSynced();
                }

                return true;
            }

            skipped = SkipReason.Empty;
        }

        tally.CountSkipped(skipped.Value);
        return false;
    }

    private static IndexedArticle Build(SourceArticle article, LocalizedContent content, CollectionTree collections)
    {
        try
        {
            return IndexEntry.Build(article, content, collections);
        }
        catch (Exception e)
        {
            // Whatever an article's markup manages to break, it breaks this article only.
            throw new UnreadableArticleException(e);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Article {Article} cannot be read; the index keeps its last content")]
    private partial void LogUnreadable(ArticleKey article, Exception exception);

    private sealed class UnreadableArticleException(Exception cause) : Exception(cause.Message, cause);
}
