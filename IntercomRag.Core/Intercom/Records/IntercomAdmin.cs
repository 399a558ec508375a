namespace IntercomRag.Core.Intercom.Records;

/// <summary>A teammate.</summary>
public sealed record IntercomAdmin
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public bool AwayModeEnabled { get; init; }

    public bool HasInboxSeat { get; init; }

    public IReadOnlyList<string> TeamIds { get; init; } = [];

    /// <summary>Only on the answer to "who am I".</summary>
    public IntercomApp? App { get; init; }
}
