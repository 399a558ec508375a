using IntercomRag.Simulator.Workspace.HelpCenter;

namespace IntercomRag.Simulator.Rest;

/// <summary>
/// Reads what an article is written with: the default language at the root, others under <c>translated_content.{locale}</c>.
/// </summary>
internal static class ArticleBody
{
    private static readonly string[] Fields = ["title", "description", "body", "state", "author_id"];

    public static IReadOnlyList<ArticleDraft> Drafts(RequestBody body, string defaultLocale)
    {
        var drafts = new List<ArticleDraft>();
        if (Fields.Any(field => body.Element(field) is not null))
        {
            drafts.Add(Draft(body, defaultLocale));
        }

        var author = body.Text("author_id");
        var translations = body.Child("translated_content");
        foreach (var (locale, value) in translations?.Properties() ?? [])
        {
            if (value.ValueKind is System.Text.Json.JsonValueKind.Object)
            {
                var draft = Draft(translations!.Child(locale)!, locale);
                drafts.Add(draft with { AuthorId = draft.AuthorId ?? author });
            }
        }

        return drafts;
    }

    private static ArticleDraft Draft(RequestBody body, string locale) => new(
        locale, body.Text("title"), body.Text("description"), body.Text("body"), body.Text("state"), body.Text("author_id"));
}
