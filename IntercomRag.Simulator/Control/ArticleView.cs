using IntercomRag.Simulator.Rest.Shapes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.HelpCenter;

namespace IntercomRag.Simulator.Control;

/// <param name="Collection">Slug of the collection; null when the article stands alone.</param>
public sealed record ArticleView(
    string Id, string DefaultLocale, string? Collection, string Audience, long UpdatedAt, IReadOnlyList<ArticleContentView> Contents)
{
    internal static ArticleView Of(WorkspaceState state, Article article) => new(
        article.Id,
        article.DefaultLocale,
        article.CollectionId is { } id ? state.Collection(id).Slug : null,
        article.Audience,
        article.Contents.Values.Max(content => content.UpdatedAt).ToUnixTimeSeconds(),
        [.. article.Contents.Values.Select(content => new ArticleContentView(
            content.Locale,
            content.Title,
            content.Description,
            content.Body,
            content.State,
            content.AuthorId,
            ArticleShape.UrlOf(state.HelpCenter, article, content),
            content.UpdatedAt.ToUnixTimeSeconds()))]);
}
