using IntercomRag.Simulator.Workspace.HelpCenter;

namespace IntercomRag.Simulator.Rest.Shapes;

/// <summary>Articles as REST and webhooks show them.</summary>
public static class ArticleShape
{
    /// <summary>Null while unpublished: <c>https://help.tandem.example/fr/articles/1204-annuler-une-reservation</c> otherwise.</summary>
    public static string? UrlOf(HelpCenterSite site, Article article, ArticleContent content)
    {
        if (!content.IsPublished)
        {
            return null;
        }

        return content.Url ?? $"{site.Url}/{content.Locale}/articles/{Uri.EscapeDataString(article.Id)}-{Slug.Of(content.Title)}";
    }
}
