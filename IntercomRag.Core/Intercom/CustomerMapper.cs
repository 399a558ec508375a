using System.Text.Json;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Intercom.Records;

namespace IntercomRag.Core.Intercom;

/// <summary>Reads Intercom's contact and what is kept beside it into ours.</summary>
public static class CustomerMapper
{
    public static CustomerProfile Map(IntercomContactProfile profile)
    {
        var contact = profile.Contact;
        return new CustomerProfile(
            contact.Id,
            contact.Role switch { "user" => CustomerRole.User, "lead" => CustomerRole.Lead, _ => CustomerRole.Visitor },
            string.IsNullOrWhiteSpace(contact.Name) ? null : contact.Name.Trim(),
            string.IsNullOrWhiteSpace(contact.Email) ? null : contact.Email.Trim(),
            contact.Language,
            [.. profile.Segments.Select(segment => segment.Name).OfType<string>()],
            [.. profile.Tags.Select(tag => tag.Name).OfType<string>()],
            [.. profile.Companies.Select(company => company.Name).OfType<string>()],
            contact.CustomAttributes
                .Where(attribute => attribute.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                .ToDictionary(attribute => attribute.Key, attribute => attribute.Value.ToString()),
            contact.SignedUpAt ?? contact.CreatedAt);
    }
}
