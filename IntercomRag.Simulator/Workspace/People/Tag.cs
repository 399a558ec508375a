namespace IntercomRag.Simulator.Workspace.People;

/// <summary>A label for contacts, conversations and messages.</summary>
public sealed record Tag
{
    public required string Id { get; init; }

    public required string Name { get; init; }
}
