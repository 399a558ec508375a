namespace Aspire.Hosting.ApplicationModel;

/// <summary>A URL that people open.</summary>
public sealed class ResourceUrlAnnotation
{
    /// <summary>Absolute, or relative to the endpoint that it was made for.</summary>
    public required string Url { get; set; }

    /// <summary>What it leads to.</summary>
    public string? DisplayText { get; set; }

    internal string? EndpointName { get; init; }
}
