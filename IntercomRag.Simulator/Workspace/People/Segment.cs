namespace IntercomRag.Simulator.Workspace.People;

/// <summary>A named group of contacts.</summary>
public sealed record Segment
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary><c>user</c> or <c>contact</c>.</summary>
    public string PersonType { get; init; } = "user";
}
