using System.Collections.Concurrent;
using IntercomRag.Core.Knowledge;

namespace IntercomRag.Worker.Tests;

internal sealed class StubHelpCenter : IHelpCenter
{
    private readonly ConcurrentDictionary<string, SourceArticle> _articles = [];
    private int _reads;

    /// <summary>While false, every request fails.</summary>
    public volatile bool Answers = true;

    /// <summary>Lists of articles that were asked for.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public void Put(string id, string text = "text", ArticleState state = ArticleState.Published) => _articles[id] = new SourceArticle(
        id, [], Audience.Everyone, [new LocalizedContent("en", $"Title {id}", null, $"<p>{text}</p>", state, null, null, null, DateTimeOffset.UnixEpoch)]);

    public Task<IReadOnlyList<Collection>> ReadCollectionsAsync(CancellationToken cancellationToken) => Ask<IReadOnlyList<Collection>>([]);

    public Task<ArticlePage> ReadArticlesAsync(int page, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return Ask(new ArticlePage(page == 1 ? [.. _articles.Values] : [], page, 1));
    }

    public Task<SourceArticle?> FindArticleAsync(string articleId, CancellationToken cancellationToken) => Ask(_articles.GetValueOrDefault(articleId));

    private Task<T> Ask<T>(T answer) => Answers ? Task.FromResult(answer) : Task.FromException<T>(new HttpRequestException("connection refused"));
}
