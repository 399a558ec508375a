namespace IntercomRag.Core.Intercom.Records;

/// <summary>The workspace that a token belongs to.</summary>
public sealed record IntercomApp
{
    /// <summary>The <c>app_id</c> of webhooks.</summary>
    public string? IdCode { get; init; }

    public string? Name { get; init; }

    /// <summary><c>US</c>, <c>EU</c> or <c>AU</c>: decides which base address works.</summary>
    public string? Region { get; init; }

    /// <summary>Such as <c>America/Los_Angeles</c>.</summary>
    public string? Timezone { get; init; }
}
