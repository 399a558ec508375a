using System.Text.Json;

namespace IntercomRag.Simulator.Workspace.Seeding;

/// <summary>
/// <c>seed.json</c> of a workspace folder: everything but the articles, in snake case. Sample:
/// <code>{"app":{"id_code":"demo","name":"Tandem","region":"EU","timezone":"Europe/Paris"},"admins":[{"id":"9001","name":"…"}],…}</code>
/// </summary>
public sealed record SeedFile
{
    public required AppInfo App { get; init; }

    public required SeedHelpCenter HelpCenter { get; init; }

    public required IReadOnlyList<SeedAdmin> Admins { get; init; }

    public required IReadOnlyList<SeedTeam> Teams { get; init; }

    public required IReadOnlyList<SeedContact> Contacts { get; init; }

    public IReadOnlyList<SeedCollection> Collections { get; init; } = [];

    public IReadOnlyList<SeedSegment> Segments { get; init; } = [];

    public IReadOnlyList<SeedTag> Tags { get; init; } = [];

    public IReadOnlyList<SeedCompany> Companies { get; init; } = [];

    public sealed record SeedHelpCenter(
        string Id, string Identifier, string DisplayName, string Url, IReadOnlyList<string> Locales, string DefaultLocale);

    public sealed record SeedAdmin(string Id, string Name, string Email, string? JobTitle, IReadOnlyList<string>? TeamIds, bool Away);

    public sealed record SeedTeam(string Id, string Name, IReadOnlyList<string>? AdminIds);

    public sealed record SeedSegment(string Id, string Name, string? PersonType);

    public sealed record SeedTag(string Id, string Name);

    public sealed record SeedCompany(
        string Id,
        string Name,
        string? CompanyId,
        string? Plan,
        string? Industry,
        int Size,
        string? Website,
        int MonthlySpend,
        DateTimeOffset? CreatedAt,
        IReadOnlyDictionary<string, JsonElement>? CustomAttributes);

    /// <param name="Parent">Slug or id of the collection around it.</param>
    public sealed record SeedCollection(
        string Id,
        string Slug,
        string? Parent,
        int Order,
        string? Icon,
        IReadOnlyDictionary<string, string> Name,
        IReadOnlyDictionary<string, string>? Description);

    /// <param name="Segments">Names or ids; so are <paramref name="Tags"/> and <paramref name="Companies"/>.</param>
    /// <param name="MergedInto">Id of the contact that this one was merged into.</param>
    public sealed record SeedContact(
        string Id,
        string? ExternalId,
        string? Role,
        string? Name,
        string? Email,
        string? Phone,
        string? Language,
        string? LanguageOverride,
        string? BrowserLanguage,
        SeedLocation? Location,
        DateTimeOffset? CreatedAt,
        DateTimeOffset? SignedUpAt,
        DateTimeOffset? LastSeenAt,
        IReadOnlyList<string>? Segments,
        IReadOnlyList<string>? Tags,
        IReadOnlyList<string>? Companies,
        IReadOnlyDictionary<string, JsonElement>? CustomAttributes,
        string? MergedInto);

    public sealed record SeedLocation(string? Country, string? City);
}
