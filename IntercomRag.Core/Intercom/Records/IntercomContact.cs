using System.Text.Json;

namespace IntercomRag.Core.Intercom.Records;

/// <summary>A customer. Segments, tags and companies have endpoints of their own.</summary>
public sealed record IntercomContact
{
    public required string Id { get; init; }

    /// <summary><c>user</c> or <c>lead</c>; a visitor becomes a lead with the first message.</summary>
    public string? Role { get; init; }

    /// <summary>Id in the customer's own system.</summary>
    public string? ExternalId { get; init; }

    public string? Name { get; init; }

    /// <summary>Empty for most leads.</summary>
    public string? Email { get; init; }

    /// <summary>Language set for this person; wins over the browser's.</summary>
    public string? LanguageOverride { get; init; }

    public string? BrowserLanguage { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? SignedUpAt { get; init; }

    public DateTimeOffset? LastSeenAt { get; init; }

    public IReadOnlyDictionary<string, JsonElement> CustomAttributes { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>ISO code, or null when Intercom knows none.</summary>
    public string? Language =>
        !string.IsNullOrEmpty(LanguageOverride) ? LanguageOverride : !string.IsNullOrEmpty(BrowserLanguage) ? BrowserLanguage : null;
}
