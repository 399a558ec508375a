using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge;

namespace IntercomRag.Eval.Articles;

/// <summary>What the evaluators know of the Help Center, independently of the index: which articles there are, and who may see them.</summary>
public sealed class ArticleCatalogue
{
    private readonly Dictionary<ArticleKey, (ArticleState State, Audience Audience, Uri? Url)> _articles = [];
    private readonly ILookup<string, string> _locales;

    public ArticleCatalogue(ArticleSource source)
    {
        foreach (var article in source.Articles)
        {
            foreach (var content in article.Contents)
            {
                _articles[new ArticleKey(article.Id, content.Locale)] = (content.State, article.Audience, content.Url);
            }
        }

        _locales = _articles.Where(entry => entry.Value.State == ArticleState.Published)
            .ToLookup(entry => entry.Key.ArticleId, entry => entry.Key.Locale, StringComparer.Ordinal);
        var published = source.Articles.SelectMany(article => article.Contents).Where(content => content.State == ArticleState.Published).ToList();
        Links = published.Select(content => content.Url?.AbsoluteUri).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Addresses = published.SelectMany(content => ReplyText.Links(content.BodyHtml)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Addresses of the published articles.</summary>
    public IReadOnlySet<string> Links { get; }

    /// <summary>Addresses that published articles themselves name, such as a status page.</summary>
    public IReadOnlySet<string> Addresses { get; }

    public bool Contains(string articleId) => _articles.Keys.Any(key => key.ArticleId == articleId);

    /// <summary>Languages in which the article is published.</summary>
    public IEnumerable<string> LocalesOf(string articleId) => _locales[articleId];

    /// <summary>Why a customer must not be shown an article; null when he may be.</summary>
    /// <param name="id"><c>article/locale</c>, as traces name it.</param>
    public string? Forbids(string id, CustomerRole role)
    {
        var slash = id.LastIndexOf('/');
        if (slash < 0 || !_articles.TryGetValue(new ArticleKey(id[..slash], id[(slash + 1)..]), out var article))
        {
            return "no such article";
        }

        if (article.State != ArticleState.Published)
        {
            return "not published";
        }

        return AudiencesOf(role).Contains(article.Audience) ? null : $"for {article.Audience} only";
    }

    // Written out again rather than asked of the retriever: this is what judges it.
    private static Audience[] AudiencesOf(CustomerRole role) => role switch
    {
        CustomerRole.User => [Audience.Everyone, Audience.AllUsers],
        CustomerRole.Lead => [Audience.Everyone, Audience.AllLeads, Audience.AllVisitorsAndLeads],
        _ => [Audience.Everyone, Audience.AllVisitors, Audience.AllVisitorsAndLeads],
    };
}
