using System.Text.Json;

namespace IntercomRag.Simulator.Workspace.People;

/// <summary>A company that contacts belong to.</summary>
public sealed record Company
{
    public required string Id { get; init; }

    /// <summary>The id that the customer's own system gave to the company.</summary>
    public string? CompanyId { get; init; }

    public required string Name { get; init; }

    public string? Plan { get; init; }

    public string? Industry { get; init; }

    public int Size { get; init; }

    public string? Website { get; init; }

    public int MonthlySpend { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyDictionary<string, JsonElement> CustomAttributes { get; init; } = new Dictionary<string, JsonElement>();
}
