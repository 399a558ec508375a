namespace IntercomRag.Simulator.Workspace.People;

/// <summary>A team, which is what Intercom's inbox shows as one inbox.</summary>
public sealed record Team
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<string> AdminIds { get; init; } = [];
}
