using System.Globalization;
using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Rest.Search;

/// <summary>The fields of <c>POST /contacts/search</c>. Times compare by whole days.</summary>
internal static class ContactFields
{
    private static readonly Dictionary<string, SearchField<Contact>> Fields = new(StringComparer.Ordinal)
    {
        ["id"] = SearchField<Contact>.Text(one => one.Id),
        ["role"] = SearchField<Contact>.Text(one => one.Role),
        ["name"] = SearchField<Contact>.Text(one => one.Name),
        ["email"] = SearchField<Contact>.Text(one => one.Email),
        ["email_domain"] = SearchField<Contact>.Text(one => one.Email.Split('@').ElementAtOrDefault(1)),
        ["phone"] = SearchField<Contact>.Text(one => one.Phone),
        ["external_id"] = SearchField<Contact>.Text(one => one.ExternalId),
        ["language_override"] = SearchField<Contact>.Text(one => one.LanguageOverride),
        ["browser_language"] = SearchField<Contact>.Text(one => one.BrowserLanguage),
        ["location.country"] = SearchField<Contact>.Text(one => one.Country),
        ["location.city"] = SearchField<Contact>.Text(one => one.City),
        ["segment_id"] = SearchField<Contact>.Texts(one => one.SegmentIds),
        ["tag_id"] = SearchField<Contact>.Texts(one => one.TagIds),
        ["created_at"] = SearchField<Contact>.Day(one => one.CreatedAt),
        ["updated_at"] = SearchField<Contact>.Day(one => one.UpdatedAt),
        ["signed_up_at"] = SearchField<Contact>.Day(one => one.SignedUpAt),
        ["last_seen_at"] = SearchField<Contact>.Day(one => one.LastSeenAt),
        ["last_replied_at"] = SearchField<Contact>.Day(one => one.LastRepliedAt),
        ["last_contacted_at"] = SearchField<Contact>.Day(one => one.LastContactedAt),
    };

    public static SearchField<Contact>? Find(string name)
    {
        const string Attribute = "custom_attributes.";
        return name.StartsWith(Attribute, StringComparison.Ordinal)
            ? SearchField<Contact>.Text(one =>
                one.CustomAttributes.TryGetValue(name[Attribute.Length..], out var value)
                    ? value.ToString().ToLower(CultureInfo.InvariantCulture)
                    : null)
            : Fields.GetValueOrDefault(name);
    }
}
