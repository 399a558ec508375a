namespace IntercomRag.Simulator.Workspace.People;

/// <summary>A teammate. The assistant is one too: it replies under an admin id of its own.</summary>
public sealed record Admin
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public string? JobTitle { get; init; }

    public IReadOnlyList<string> TeamIds { get; init; } = [];

    public bool Away { get; init; }
}
