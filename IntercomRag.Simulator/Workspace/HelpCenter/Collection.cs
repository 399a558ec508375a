namespace IntercomRag.Simulator.Workspace.HelpCenter;

/// <summary>A shelf of articles; nested through <see cref="ParentId"/>.</summary>
public sealed record Collection
{
    public required string Id { get; init; }

    /// <summary>Name by which article files refer to it.</summary>
    public required string Slug { get; init; }

    public string? ParentId { get; init; }

    public int Order { get; init; }

    public string? Icon { get; init; }

    /// <summary>Name per locale; never empty.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public IReadOnlyDictionary<string, string> Descriptions { get; init; } = new Dictionary<string, string>();

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}
