namespace IntercomRag.Core.Intercom.Records;

/// <summary>A team, which is what Intercom's interface calls a team inbox.</summary>
public sealed record IntercomTeam
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<string> AdminIds { get; init; } = [];
}
