namespace IntercomRag.Core.Intercom.Records;

public sealed record IntercomTag
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>When it was put on; null on tags that are only listed.</summary>
    public DateTimeOffset? AppliedAt { get; init; }
}
