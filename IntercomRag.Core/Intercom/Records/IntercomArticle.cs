using System.Text.Json.Serialization;

namespace IntercomRag.Core.Intercom.Records;

/// <summary>An article. Its own members are the default language's; the others, each with a state of its own, are <see cref="TranslatedContent"/>.</summary>
public sealed record IntercomArticle
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>HTML.</summary>
    public string? Body { get; init; }

    public string? AuthorId { get; init; }

    /// <summary><c>published</c> or <c>draft</c>.</summary>
    public string? State { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Null while unpublished, or outside a Help Center.</summary>
    public string? Url { get; init; }

    /// <summary>Up to 2.15.</summary>
    [JsonInclude]
    internal string? ParentId { get; init; }

    /// <summary>Up to 2.15: <c>collection</c>.</summary>
    [JsonInclude]
    internal string? ParentType { get; init; }

    [JsonInclude]
    internal IReadOnlyList<string> ParentIds { get; init; } = [];

    /// <summary>Collections that hold it; empty when it stands alone.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> CollectionIds =>
        ParentIds.Count > 0 ? ParentIds : ParentId is { } parent && ParentType is null or "collection" ? [parent] : [];

    /// <summary>Null until the workspace enables several languages.</summary>
    public string? DefaultLocale { get; init; }

    /// <summary>
    /// By locale, such as <c>fr</c> or <c>pt-BR</c>. The default language may be among them or not; empty until the workspace enables several.
    /// </summary>
    public IReadOnlyDictionary<string, IntercomArticleContent> TranslatedContent { get; init; } = new Dictionary<string, IntercomArticleContent>();

    /// <summary>
    /// <c>everyone</c>, <c>all_users</c>, <c>all_visitors</c>, <c>all_leads</c>, <c>all_visitors_and_leads</c> or <c>restricted</c>; null before 2.16.
    /// </summary>
    public string? HelpCenterAudience { get; init; }
}
