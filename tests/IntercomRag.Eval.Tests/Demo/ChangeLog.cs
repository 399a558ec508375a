using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Eval.Tests.Demo;

/// <summary>A knowledge index in memory that hands its changes on in the order in which they were made.</summary>
internal sealed class ChangeLog : IKnowledgeIndex
{
    private readonly List<(ArticleKey Key, IndexedArticle? Article)> _changes = [];
    private readonly Dictionary<ArticleKey, IndexedArticle> _articles = [];

    public Task ReplaceAsync(IndexedArticle article, CancellationToken cancellationToken)
    {
        _articles[article.Card.Key] = article;
        _changes.Add((article.Card.Key, article));
        return Task.CompletedTask;
    }

    public Task RemoveAsync(ArticleKey key, CancellationToken cancellationToken)
    {
        _articles.Remove(key);
        _changes.Add((key, null));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IndexChanges> ReadChangesAsync(IndexVersion? since, int limit, CancellationToken cancellationToken)
    {
        var from = (int)(since?.Number ?? 0);
        var changes = _changes.Skip(from).Take(1).ToList();
        return Task.FromResult(new IndexChanges(
            new IndexVersion("log", from + changes.Count),
            FromNothing: since is null,
            [.. changes.Select(change => change.Article).OfType<IndexedArticle>()],
            [.. changes.Where(change => change.Article is null).Select(change => change.Key)],
            HasMore: from + changes.Count < _changes.Count));
    }

    public Task<IReadOnlyList<IndexedArticle>> ReadAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IndexedArticle>>([.. keys.Where(_articles.ContainsKey).Select(key => _articles[key])]);

    public async Task<IReadOnlyList<ArticleCard>> FindAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(keys, cancellationToken)).Select(article => article.Card)];
}
