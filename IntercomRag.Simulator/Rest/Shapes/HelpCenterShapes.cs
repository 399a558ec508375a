using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.HelpCenter;

namespace IntercomRag.Simulator.Rest.Shapes;

/// <summary>Help centers and collections as REST shows them.</summary>
internal static class HelpCenterShapes
{
    public static JsonObject Write(HelpCenterSite site, WorkspaceState state, ApiVersion version)
    {
        var shape = new JsonObject
        {
            ["id"] = site.Id,
            ["workspace_id"] = state.App.IdCode,
            ["created_at"] = Json.Seconds(state.CreatedAt),
            ["updated_at"] = Json.Seconds(state.CreatedAt),
            ["identifier"] = site.Identifier,
            ["website_turned_on"] = true,
            ["display_name"] = site.DisplayName,
            ["url"] = site.Url,
            ["custom_domain"] = null,
        };
        if (version.HasAudiences)
        {
            shape["default"] = true;
            shape["locales"] = Json.Array(site.Locales.Select(locale => (JsonNode?)locale));
        }

        return shape;
    }

    /// <summary>Children have no help_center_id of their own: they belong to their parent's.</summary>
    public static JsonObject Write(Collection collection, WorkspaceState state)
    {
        var site = state.HelpCenter;
        var locale = collection.Names.ContainsKey(site.DefaultLocale) ? site.DefaultLocale : collection.Names.Keys.First();
        var shape = new JsonObject
        {
            ["id"] = collection.Id,
            ["workspace_id"] = state.App.IdCode,
            ["name"] = collection.Names[locale],
            ["url"] = $"{site.Url}/{locale}/collections/{collection.Id}-{Slug.Of(collection.Names[locale])}",
            ["order"] = collection.Order,
            ["created_at"] = Json.Seconds(collection.CreatedAt),
            ["updated_at"] = Json.Seconds(collection.UpdatedAt),
            ["description"] = collection.Descriptions.GetValueOrDefault(locale),
            ["icon"] = collection.Icon,
            ["parent_id"] = collection.ParentId,
            ["help_center_id"] = collection.ParentId is null ? Json.NumericId(site.Id) : null,
        };
        if (site.IsMultilingual)
        {
            shape["default_locale"] = locale;
            shape["translated_content"] = Translations(collection);
        }

        return shape;
    }

    private static JsonObject Translations(Collection collection)
    {
        var translations = new JsonObject { ["type"] = "group_translated_content" };
        foreach (var (locale, name) in collection.Names)
        {
            translations[locale] = new JsonObject
            {
                ["type"] = "group_content",
                ["name"] = name,
                ["description"] = collection.Descriptions.GetValueOrDefault(locale, ""),
            };
        }

        return translations;
    }
}
