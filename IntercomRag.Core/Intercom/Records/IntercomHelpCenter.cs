namespace IntercomRag.Core.Intercom.Records;

public sealed record IntercomHelpCenter
{
    public required string Id { get; init; }

    public string? Identifier { get; init; }

    public string? DisplayName { get; init; }

    public bool WebsiteTurnedOn { get; init; }

    public string? Url { get; init; }

    /// <summary>Null when Intercom hosts it under its own domain.</summary>
    public string? CustomDomain { get; init; }

    /// <summary>The workspace's first one (2.16 and later).</summary>
    public bool Default { get; init; }

    /// <summary>2.16 and later; empty before.</summary>
    public IReadOnlyList<string> Locales { get; init; } = [];
}
