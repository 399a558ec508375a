namespace IntercomRag.Core.Intercom.Records;

/// <summary>A collection of articles; nested by <see cref="ParentId"/>.</summary>
public sealed record IntercomCollection
{
    public required string Id { get; init; }

    /// <summary>In the default language.</summary>
    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public int? Order { get; init; }

    /// <summary>Null at the top.</summary>
    public string? ParentId { get; init; }

    /// <summary>Null on nested collections: they belong to their parent's Help Center.</summary>
    public string? HelpCenterId { get; init; }

    /// <summary>Null when the Help Center has one language.</summary>
    public string? DefaultLocale { get; init; }

    /// <summary>By locale, the default one among them or not; empty when the Help Center has one language.</summary>
    public IReadOnlyDictionary<string, IntercomCollectionContent> TranslatedContent { get; init; } =
        new Dictionary<string, IntercomCollectionContent>();

    public DateTimeOffset? UpdatedAt { get; init; }
}
