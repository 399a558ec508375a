using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.HelpCenter;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.Simulator.Control;

/// <summary>The authors' side: articles with all their languages.</summary>
internal static class ArticleApi
{
    private const int DefaultLimit = 200;

    public static void MapArticles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/articles", List).WithSummary("Articles, one row per language, newest first");
        api.MapGet("/articles/{id}", Get).WithSummary("An article with all its languages");
        api.MapPost("/articles", Create).WithSummary("Makes an article");
        api.MapPut("/articles/{id}", Edit).WithSummary("Changes an article, or adds a language");
        api.MapPost("/articles/{id}/publish", Publish).WithSummary("Publishes one language or all");
        api.MapPost("/articles/{id}/unpublish", Unpublish).WithSummary("Takes back one language or all");
        api.MapDelete("/articles/{id}", Delete).WithSummary("Deletes an article");
    }

    /// <param name="q">Words that the title must contain.</param>
    private static Ok<IReadOnlyList<ArticleSummary>> List(WorkspaceStore store, string? locale, string? state, string? q, int? limit) =>
        TypedResults.Ok(store.Read<IReadOnlyList<ArticleSummary>>(workspace =>
        [
            .. workspace.Articles.Values
                .SelectMany(article => article.Contents.Values.Select(content => (article, content)))
                .Where(row => locale is null || row.content.Locale == locale)
                .Where(row => state is null || row.content.State == state)
                .Where(row => string.IsNullOrWhiteSpace(q) || row.content.Title.Contains(q.Trim(), StringComparison.CurrentCultureIgnoreCase))
                .OrderByDescending(row => row.content.UpdatedAt)
                .Take(limit ?? DefaultLimit)
                .Select(row => ArticleSummary.Of(workspace, row.article, row.content)),
        ]));

    private static Ok<ArticleView> Get(string id, WorkspaceStore store) =>
        TypedResults.Ok(store.Read(workspace => ArticleView.Of(workspace, workspace.Article(ArticlePath.IdOf(id)))));

    private static Created<ArticleView> Create(ArticleRequest request, WorkspaceStore store) =>
        TypedResults.Created((string?)null, store.Change(change =>
        {
            var draft = Draft(change.State, request) with { State = request.State };
            return ArticleView.Of(change.State, ArticleActions.Create(change, [draft], CollectionId(change.State, request)));
        }));

    private static Ok<ArticleView> Edit(string id, ArticleRequest request, WorkspaceStore store) =>
        TypedResults.Ok(store.Change(change =>
        {
            var article = change.State.Article(ArticlePath.IdOf(id));
            var draft = Draft(change.State, request);
            if (article.Contents.ContainsKey(draft.Locale))
            {
                draft = draft with { AuthorId = request.AuthorId };
            }

            return ArticleView.Of(change.State, ArticleActions.Edit(change, article, [draft], CollectionId(change.State, request)));
        }));

    private static Ok<ArticleView> Publish(string id, ArticleStateRequest? request, WorkspaceStore store) =>
        SetState(id, request?.Locale, ArticleContent.Published, store);

    private static Ok<ArticleView> Unpublish(string id, ArticleStateRequest? request, WorkspaceStore store) =>
        SetState(id, request?.Locale, ArticleContent.Draft, store);

    private static NoContent Delete(string id, WorkspaceStore store)
    {
        store.Change(change =>
        {
            var article = change.State.Article(ArticlePath.IdOf(id));
            ArticleActions.Delete(change, article);
            return article;
        });
        return TypedResults.NoContent();
    }

    private static Ok<ArticleView> SetState(string id, string? locale, string state, WorkspaceStore store) =>
        TypedResults.Ok(store.Change(change =>
            ArticleView.Of(change.State, ArticleActions.SetState(change, change.State.Article(ArticlePath.IdOf(id)), locale, state))));

    private static ArticleDraft Draft(WorkspaceState state, ArticleRequest request) => new(
        request.Locale ?? throw WorkspaceException.Missing("locale"),
        request.Title,
        request.Description,
        request.BodyHtml,
        AuthorId: request.AuthorId ?? state.Admins.Keys.First());

    private static string? CollectionId(WorkspaceState state, ArticleRequest request) => request.Collection switch
    {
        null => null,
        "" => "0",
        var reference => state.Collections.Values.FirstOrDefault(one => one.Slug == reference || one.Id == reference)?.Id
            ?? throw WorkspaceException.Invalid("collection", $"There is no collection {reference}"),
    };
}
