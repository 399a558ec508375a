namespace IntercomRag.Core.Intercom.Records;

/// <summary>A collection in one language.</summary>
public sealed record IntercomCollectionContent
{
    public string? Name { get; init; }

    public string? Description { get; init; }
}
