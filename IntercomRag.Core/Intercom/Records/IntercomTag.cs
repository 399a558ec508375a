namespace IntercomRag.Core.Intercom.Records;

public sealed record IntercomTag
{
    public required string Id { get; init; }

    public required string Name { get; init; }
}
