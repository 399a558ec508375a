using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.HelpCenter;

namespace IntercomRag.Simulator.Rest.Shapes;

/// <summary>
/// Articles as REST shows them: the default language at the root, the others under translated_content, each with its own state.
/// </summary>
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

    internal static JsonObject ListItem(WorkspaceState state, Article article, ApiVersion version)
    {
        var shape = new JsonObject { ["type"] = "article", ["id"] = article.Id, ["workspace_id"] = state.App.IdCode };
        Fill(shape, state.HelpCenter, article, article.Default);
        var parent = article.CollectionId is { } id ? Json.NumericId(id) : null;
        shape["parent_ids"] = parent is null ? [] : new JsonArray(parent);
        shape["default_locale"] = article.DefaultLocale;
        if (version.HasPartDetails)
        {
            shape["tags"] = new JsonObject { ["type"] = "tag.list", ["tags"] = new JsonArray() };
        }

        if (version.HasAudiences)
        {
            FillAvailability(shape, article);
        }
        else
        {
            shape["parent_id"] = parent?.DeepClone();
            shape["parent_type"] = parent is null ? null : "collection";
        }

        if (state.HelpCenter.IsMultilingual)
        {
            shape["translated_content"] = Translations(state.HelpCenter, article);
        }

        return shape;
    }

    internal static JsonObject Full(WorkspaceState state, Article article, ApiVersion version)
    {
        var shape = ListItem(state, article, version);
        shape["statistics"] = Statistics();
        return shape;
    }

    internal static JsonObject Statistics() => new()
    {
        ["type"] = "article_statistics",
        ["views"] = 0,
        ["conversations"] = 0,
        ["reactions"] = 0,
        ["happy_reaction_percentage"] = 0,
        ["neutral_reaction_percentage"] = 0,
        ["sad_reaction_percentage"] = 0,
    };

    private static void Fill(JsonObject shape, HelpCenterSite site, Article article, ArticleContent content)
    {
        shape["title"] = content.Title;
        shape["description"] = content.Description;
        shape["body"] = content.Body;
        shape["author_id"] = Json.NumericId(content.AuthorId);
        shape["state"] = content.State;
        shape["created_at"] = Json.Seconds(content.CreatedAt);
        shape["updated_at"] = Json.Seconds(content.UpdatedAt);
        shape["url"] = UrlOf(site, article, content);
    }

    private static void FillAvailability(JsonObject shape, Article article)
    {
        shape["body_markdown"] = null;
        shape["has_unpublished_changes"] = false;
        shape["draft_updated_at"] = null;
        shape["help_center_audience"] = article.Audience;
        shape["ai_chatbot_availability"] = true;
        shape["ai_copilot_availability"] = true;
        shape["exclude_from_article_suggestions"] = false;
        shape["scheduled_publish_at"] = null;
        shape["audience_ids"] = new JsonArray();
    }

    private static JsonObject Translations(HelpCenterSite site, Article article)
    {
        var translations = new JsonObject { ["type"] = "article_translated_content" };
        foreach (var locale in site.Locales.Where(locale => locale != article.DefaultLocale))
        {
            if (article.Contents.TryGetValue(locale, out var content))
            {
                var translation = new JsonObject { ["type"] = "article_content" };
                Fill(translation, site, article, content);
                if (translation["url"] is null)
                {
                    // Null at the root; the description allows none here.
                    translation.Remove("url");
                }

                translations[locale] = translation;
            }
            else
            {
                translations[locale] = null;
            }
        }

        return translations;
    }
}
