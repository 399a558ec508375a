using IntercomRag.Core.Knowledge;
using IntercomRag.Simulator.Rest.Shapes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Seeding;
using SimulatedArticle = IntercomRag.Simulator.Workspace.HelpCenter.Article;

namespace IntercomRag.Eval.Articles;

/// <summary>Reads the articles of a simulated workspace, as its REST API would show them to the sync.</summary>
internal static class WorkspaceFolder
{
    public static ArticleSource Read(string folder)
    {
        try
        {
            // The time is that of the articles which say none.
            var state = SeedReader.Read(Path.Combine(folder, "seed.json"), DateTimeOffset.UnixEpoch);
            ArticleFolderReader.ReadInto(state, Path.Combine(folder, "articles"));
            var collections = state.Collections.Values.Select(collection =>
                new Collection(collection.Id, collection.ParentId, state.HelpCenter.DefaultLocale, collection.Names));
            return new ArticleSource(
                folder,
                [.. state.Articles.Values.OrderBy(article => article.Id, StringComparer.Ordinal).Select(article => Article(state, article))],
                [.. collections]);
        }
        catch (Exception exception) when (exception is WorkspaceFileException or IOException or UnauthorizedAccessException)
        {
            throw new EvalException(exception.Message, exception);
        }
    }

    private static SourceArticle Article(WorkspaceState state, SimulatedArticle article) => new(
        article.Id,
        article.CollectionId is { } collection ? [collection] : [],
        AudienceName.Read(article.Audience) ?? Audience.Restricted,
        [
            .. article.Contents.Values.OrderBy(content => content.Locale, StringComparer.Ordinal).Select(content => new LocalizedContent(
                content.Locale,
                content.Title,
                content.Description,
                content.Body,
                content.IsPublished ? ArticleState.Published : ArticleState.Draft,
                Uri.TryCreate(ArticleShape.UrlOf(state.HelpCenter, article, content), UriKind.Absolute, out var url) ? url : null,
                state.Admins.TryGetValue(content.AuthorId, out var author) ? author.Name : null,
                content.CreatedAt,
                content.UpdatedAt)),
        ]);
}
