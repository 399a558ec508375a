namespace IntercomRag.Simulator.Workspace.HelpCenter;

/// <summary>The public help center.</summary>
public sealed record HelpCenterSite
{
    public required string Id { get; init; }

    public required string Identifier { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Address without a trailing slash.</summary>
    public required string Url { get; init; }

    public required IReadOnlyList<string> Locales { get; init; }

    public required string DefaultLocale { get; init; }

    public bool IsMultilingual => Locales.Count > 1;
}
