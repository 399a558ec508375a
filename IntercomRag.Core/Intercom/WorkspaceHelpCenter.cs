using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Intercom;

/// <summary>The articles of the workspace as the knowledge sync reads them, over the REST API and behind every reply.</summary>
public sealed class WorkspaceHelpCenter(IntercomClient client, AuthorNames authors) : IHelpCenter
{
    private readonly IntercomClient _client = client.WithPriority(CallPriority.Sync);

    public async Task<IReadOnlyList<Collection>> ReadCollectionsAsync(CancellationToken cancellationToken) =>
        [.. (await _client.HelpCenter.ListCollectionsAsync(cancellationToken)).Select(Collection)];

    public async Task<ArticlePage> ReadArticlesAsync(int page, CancellationToken cancellationToken)
    {
        var read = await _client.Articles.ListAsync(page, cancellationToken);
        var articles = new List<SourceArticle>(read.Items.Count);
        foreach (var article in read.Items)
        {
            articles.Add(await ArticleAsync(article, cancellationToken));
        }

        return new ArticlePage(articles, page, read.HasMore ? Math.Max(read.TotalPages, page + 1) : page);
    }

    public async Task<SourceArticle?> FindArticleAsync(string articleId, CancellationToken cancellationToken) =>
        await _client.Articles.FindAsync(articleId, cancellationToken) is { } article ? await ArticleAsync(article, cancellationToken) : null;

    private static Collection Collection(IntercomCollection collection)
    {
        var locale = collection.DefaultLocale ?? ArticleLocale.InUrl(collection.Url) ?? ArticleLocale.Unknown;
        var names = collection.TranslatedContent
            .Where(content => !string.IsNullOrWhiteSpace(content.Value.Name))
            .ToDictionary(content => content.Key, content => content.Value.Name!, StringComparer.Ordinal);
        names.TryAdd(locale, collection.Name);
        return new Collection(collection.Id, collection.ParentId, locale, names);
    }

    private async Task<SourceArticle> ArticleAsync(IntercomArticle article, CancellationToken cancellationToken)
    {
        var names = await authors.ReadAsync([article.AuthorId, .. article.TranslatedContent.Values.Select(content => content.AuthorId)], cancellationToken);
        var contents = article.TranslatedContent
            .Where(content => content.Value.State is not null || content.Value.Body is not null)
            .Select(content => Content(content.Key, content.Value, names))
            .ToList();

        // The members of the article itself are those of its default language, and all there is in a workspace with one language.
        var locale = article.DefaultLocale ?? ArticleLocale.InUrl(article.Url) ?? ArticleLocale.Unknown;
        if (!contents.Exists(content => content.Locale == locale))
        {
            contents.Add(Content(
                locale,
                new IntercomArticleContent
                {
                    Title = article.Title,
                    Description = article.Description,
                    Body = article.Body,
                    AuthorId = article.AuthorId,
                    State = article.State,
                    CreatedAt = article.CreatedAt,
                    UpdatedAt = article.UpdatedAt,
                    Url = article.Url,
                },
                names));
        }

        return new SourceArticle(article.Id, article.CollectionIds, AudienceOf(article.HelpCenterAudience), contents);
    }

    private static LocalizedContent Content(string locale, IntercomArticleContent content, IReadOnlyDictionary<string, string> names) => new(
        locale,
        content.Title ?? "",
        content.Description,
        content.Body ?? "",
        content.State == "published" ? ArticleState.Published : ArticleState.Draft,
        Uri.TryCreate(content.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null,
        content.AuthorId is { } author ? names.GetValueOrDefault(author) : null,
        content.CreatedAt,
        content.UpdatedAt);

    /// <summary>Before 2.16 articles say nothing of an audience. A word that is not known may mean a smaller circle than everyone.</summary>
    private static Audience AudienceOf(string? audience) => audience switch
    {
        null or "everyone" => Audience.Everyone,
        "all_users" => Audience.AllUsers,
        "all_visitors" => Audience.AllVisitors,
        "all_leads" => Audience.AllLeads,
        "all_visitors_and_leads" => Audience.AllVisitorsAndLeads,
        _ => Audience.Restricted,
    };
}
