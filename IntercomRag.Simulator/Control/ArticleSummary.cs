using IntercomRag.Simulator.Rest.Shapes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.HelpCenter;

namespace IntercomRag.Simulator.Control;

/// <summary>One language of an article, as a row of a list.</summary>
public sealed record ArticleSummary(string Id, string Locale, string Title, string State, string? Collection, string Audience, string? Url, long UpdatedAt)
{
    internal static ArticleSummary Of(WorkspaceState state, Article article, ArticleContent content) => new(
        article.Id,
        content.Locale,
        content.Title,
        content.State,
        article.CollectionId is { } id ? state.Collection(id).Slug : null,
        article.Audience,
        ArticleShape.UrlOf(state.HelpCenter, article, content),
        content.UpdatedAt.ToUnixTimeSeconds());
}
