namespace IntercomRag.Core.Knowledge;

/// <summary>Where articles come from: Intercom's Help Center, as the sync reads it.</summary>
public interface IHelpCenter
{
    /// <summary>Every collection of every Help Center of the workspace, in no particular order.</summary>
    Task<IReadOnlyList<Collection>> ReadCollectionsAsync(CancellationToken cancellationToken);

    /// <summary>One page of all articles, drafts included.</summary>
    /// <param name="page">1 for the first. A page past the end is empty.</param>
    Task<ArticlePage> ReadArticlesAsync(int page, CancellationToken cancellationToken);

    /// <summary>The article as it is now, or null when it does not exist any more.</summary>
    Task<SourceArticle?> FindArticleAsync(string articleId, CancellationToken cancellationToken);
}
