namespace IntercomRag.Simulator.Workspace.People;

/// <summary>A named group of contacts.</summary>
public sealed record Segment
{
    public required string Id { get; init; }

    public required string Name { get; init; }
}
