using IntercomRag.Core.Knowledge;
using IntercomRag.Eval.Articles;

namespace IntercomRag.Eval.Replay;

/// <summary>Hands the articles to the production sync: what it leaves out, such as drafts, is left out here.</summary>
public sealed class ReplayHelpCenter(ArticleSource source) : IHelpCenter
{
    private const int PageSize = 250;

    public Task<IReadOnlyList<Collection>> ReadCollectionsAsync(CancellationToken cancellationToken) => Task.FromResult(source.Collections);

    public Task<ArticlePage> ReadArticlesAsync(int page, CancellationToken cancellationToken) => Task.FromResult(new ArticlePage(
        [.. source.Articles.Skip((page - 1) * PageSize).Take(PageSize)], page, Math.Max(1, (source.Articles.Count + PageSize - 1) / PageSize)));

    public Task<SourceArticle?> FindArticleAsync(string articleId, CancellationToken cancellationToken) =>
        Task.FromResult(source.Articles.FirstOrDefault(article => article.Id == articleId));
}
