using System.Text.Json.Nodes;
using IntercomRag.Simulator.Html;
using IntercomRag.Simulator.Rest.Shapes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.HelpCenter;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.Simulator.Rest;

/// <summary>Articles: listing, reading, searching and writing.</summary>
internal static class ArticleEndpoints
{
    private const int PerPage = 25;
    private const int FoundPerPage = 10;

    public static void MapArticles(this IEndpointRouteBuilder rest)
    {
        rest.MapGet("/articles", List);
        rest.MapGet("/articles/search", Search);
        rest.MapGet("/articles/{id}", (string id, IntercomCall call, WorkspaceStore store) =>
            TypedResults.Ok(store.Read(state => ArticleShape.Full(state, state.Article(ArticlePath.IdOf(id)), call.Version))));
        rest.MapPost("/articles", Create);
        rest.MapPut("/articles/{id}", Edit);
        rest.MapDelete("/articles/{id}", Delete);
    }

    private static Ok<JsonObject> List(HttpRequest request, IntercomCall call, WorkspaceStore store) => TypedResults.Ok(store.Read(state =>
    {
        var page = NumberedPage<Article>.Of(NewestFirst(state.Articles.Values), request, call, PerPage);
        return new JsonObject
        {
            ["type"] = "list",
            ["pages"] = page.Pages,
            ["total_count"] = page.TotalCount,
            ["data"] = Json.Array(page.Items.Select(article => ArticleShape.ListItem(state, article, call.Version))),
        };
    }));

    /// <summary>Finds articles whose default language holds all words. Note that data is an object here.</summary>
    private static Ok<JsonObject> Search(HttpRequest request, IntercomCall call, WorkspaceStore store)
    {
        var words = request.Query["phrase"].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var wanted = request.Query["state"].ToString() is { Length: > 0 } asked ? asked : "all";
        return TypedResults.Ok(store.Read(state =>
        {
            var found = NewestFirst(state.Articles.Values
                .Where(article => wanted == "all" || article.Default.State == wanted)
                .Where(article => HoldsAll(article.Default, words)));
            var page = NumberedPage<Article>.Of(found, request, call, FoundPerPage);
            return new JsonObject
            {
                ["type"] = "list",
                ["total_count"] = page.TotalCount,
                ["data"] = new JsonObject
                {
                    ["articles"] = Json.Array(page.Items.Select(article => ArticleShape.ListItem(state, article, call.Version))),
                    ["highlights"] = new JsonArray(),
                },
                ["pages"] = page.Pages,
            };
        }));
    }

    private static Ok<JsonObject> Create(RequestBody body, IntercomCall call, WorkspaceStore store) => TypedResults.Ok(store.Change(change =>
    {
        var drafts = ArticleBody.Drafts(body, change.State.HelpCenter.DefaultLocale);
        var article = ArticleActions.Create(change, drafts, body.Text("parent_id"));
        return ArticleShape.Full(change.State, article, call.Version);
    }));

    private static Ok<JsonObject> Edit(string id, RequestBody body, IntercomCall call, WorkspaceStore store) => TypedResults.Ok(store.Change(change =>
    {
        var article = change.State.Article(ArticlePath.IdOf(id));
        var edited = ArticleActions.Edit(change, article, ArticleBody.Drafts(body, article.DefaultLocale), body.Text("parent_id"));
        return ArticleShape.Full(change.State, edited, call.Version);
    }));

    private static Ok<JsonObject> Delete(string id, WorkspaceStore store) => TypedResults.Ok(store.Change(change =>
    {
        var article = change.State.Article(ArticlePath.IdOf(id));
        ArticleActions.Delete(change, article);
        return new JsonObject { ["id"] = article.Id, ["object"] = "article", ["deleted"] = true };
    }));

    private static List<Article> NewestFirst(IEnumerable<Article> articles) =>
        [.. articles.OrderByDescending(article => article.Default.UpdatedAt).ThenBy(article => article.Id, StringComparer.Ordinal)];

    private static bool HoldsAll(ArticleContent content, string[] words)
    {
        var text = $"{content.Title}\n{PlainText.FromHtml(content.Body)}";
        return words.Length > 0 && words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
