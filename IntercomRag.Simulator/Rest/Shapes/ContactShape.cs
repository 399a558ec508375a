using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Rest.Shapes;

/// <summary>Contacts as REST shows them: tags, notes and companies are references, segments are not there at all.</summary>
internal static class ContactShape
{
    private static readonly string[] AbsentFields =
    [
        "avatar", "owner_id", "last_email_opened_at", "last_email_clicked_at", "browser", "browser_version", "os", "android_app_name",
        "android_app_version", "android_device", "android_os_version", "android_sdk_version", "android_last_seen_at", "ios_app_name",
        "ios_app_version", "ios_device", "ios_os_version", "ios_sdk_version", "ios_last_seen_at", "utm_campaign", "utm_content",
        "utm_medium", "utm_source", "utm_term", "referrer",
    ];

    public static JsonObject Reference(Contact contact) =>
        new() { ["type"] = "contact", ["id"] = contact.Id, ["external_id"] = contact.ExternalId };

    public static JsonObject Write(WorkspaceState state, Contact contact)
    {
        var shape = new JsonObject
        {
            ["type"] = "contact",
            ["id"] = contact.Id,
            ["workspace_id"] = state.App.IdCode,
            ["external_id"] = contact.ExternalId,
            ["role"] = contact.Role,
            ["email"] = contact.Email,
            ["phone"] = contact.Phone,
            ["name"] = contact.Name,
            ["social_profiles"] = new JsonObject { ["type"] = "list", ["data"] = new JsonArray() },
            ["has_hard_bounced"] = false,
            ["marked_email_as_spam"] = false,
            ["unsubscribed_from_emails"] = false,
            ["created_at"] = Json.Seconds(contact.CreatedAt),
            ["updated_at"] = Json.Seconds(contact.UpdatedAt),
            ["signed_up_at"] = Json.Seconds(contact.SignedUpAt),
            ["last_seen_at"] = Json.Seconds(contact.LastSeenAt),
            ["last_replied_at"] = Json.Seconds(contact.LastRepliedAt),
            ["last_contacted_at"] = Json.Seconds(contact.LastContactedAt),
            ["language_override"] = contact.LanguageOverride,
            ["browser_language"] = contact.BrowserLanguage,
            ["location"] = new JsonObject
            {
                ["type"] = "location",
                ["country"] = contact.Country,
                ["region"] = null,
                ["city"] = contact.City,
                ["country_code"] = null,
                ["continent_code"] = null,
            },
            ["custom_attributes"] = CustomAttributes.Write(contact.CustomAttributes),
            ["tags"] = References(contact, "tag", "tags", contact.TagIds),
            ["notes"] = References(contact, "note", "notes", []),
            ["companies"] = References(contact, "company", "companies", contact.CompanyIds),
        };
        if (contact.Email.Contains('@', StringComparison.Ordinal))
        {
            shape["email_domain"] = contact.Email[(contact.Email.IndexOf('@', StringComparison.Ordinal) + 1)..];
        }

        foreach (var name in AbsentFields)
        {
            shape[name] = null;
        }

        return shape;
    }

    private static JsonObject References(Contact contact, string type, string path, IReadOnlyList<string> ids) => new()
    {
        ["type"] = "list",
        ["data"] = Json.Array(ids.Select(id => new JsonObject { ["type"] = type, ["id"] = id, ["url"] = $"/{path}/{id}" })),
        ["url"] = $"/contacts/{contact.Id}/{path}",
        ["total_count"] = ids.Count,
        ["has_more"] = false,
    };
}
