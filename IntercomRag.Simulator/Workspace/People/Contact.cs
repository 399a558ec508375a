using System.Text.Json;

namespace IntercomRag.Simulator.Workspace.People;

/// <summary>A customer: a <c>user</c> with an account, or a <c>lead</c> who only writes.</summary>
public sealed record Contact
{
    /// <summary>24 hexadecimal digits.</summary>
    public required string Id { get; init; }

    public string? ExternalId { get; init; }

    public string Role { get; init; } = "user";

    public string? Name { get; init; }

    /// <summary>Empty on leads that never gave one, as in live payloads.</summary>
    public string Email { get; init; } = "";

    public string? Phone { get; init; }

    /// <summary>Language set by the workspace; wins over <see cref="BrowserLanguage"/>.</summary>
    public string? LanguageOverride { get; init; }

    public string? BrowserLanguage { get; init; }

    public string? Country { get; init; }

    public string? City { get; init; }

    public IReadOnlyList<string> SegmentIds { get; init; } = [];

    public IReadOnlyList<string> TagIds { get; init; } = [];

    public IReadOnlyList<string> CompanyIds { get; init; } = [];

    public IReadOnlyDictionary<string, JsonElement> CustomAttributes { get; init; } = new Dictionary<string, JsonElement>();

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? SignedUpAt { get; init; }

    public DateTimeOffset? LastSeenAt { get; init; }

    public DateTimeOffset? LastRepliedAt { get; init; }

    public DateTimeOffset? LastContactedAt { get; init; }

    /// <summary>The contact that this one was merged into; REST then answers 410 with a link to it.</summary>
    public string? MergedInto { get; init; }

    public string? Language => LanguageOverride ?? BrowserLanguage;
}
