using System.Collections.Concurrent;
using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Tests.Knowledge.Sync;

/// <summary>A Help Center whose list shows the article that was edited last first.</summary>
internal sealed class FakeHelpCenter : IHelpCenter
{
    private readonly Lock _gate = new();
    private List<SourceArticle> _articles = [];

    public int PageSize { get; set; } = 2;

    public List<Collection> Collections { get; } = [new("1", null, "en", new Dictionary<string, string> { ["en"] = "Members", ["fr"] = "Membres" })];

    /// <summary>Runs before a page or an article is read.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What was asked for: <c>collections</c>, <c>page 2</c>, <c>article 7</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public void Put(SourceArticle article)
    {
        lock (_gate)
        {
            _articles = [article, .. _articles.Where(other => other.Id != article.Id)];
        }
    }

    public void Delete(string id)
    {
        lock (_gate)
        {
            _articles = [.. _articles.Where(article => article.Id != id)];
        }
    }

    public async Task<IReadOnlyList<Collection>> ReadCollectionsAsync(CancellationToken cancellationToken)
    {
        await AskAsync("collections");
        return [.. Collections];
    }

    public async Task<ArticlePage> ReadArticlesAsync(int page, CancellationToken cancellationToken)
    {
        await AskAsync($"page {page}");
        var articles = _articles;
        return new ArticlePage([.. articles.Skip((page - 1) * PageSize).Take(PageSize)], page, Math.Max(1, (articles.Count + PageSize - 1) / PageSize));
    }

    public async Task<SourceArticle?> FindArticleAsync(string articleId, CancellationToken cancellationToken)
    {
        await AskAsync($"article {articleId}");
        return _articles.Find(article => article.Id == articleId);
    }

    private Task AskAsync(string what)
    {
        Asked.Enqueue(what);
        return Before(what);
    }
}
