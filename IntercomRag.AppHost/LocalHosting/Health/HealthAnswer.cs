namespace IntercomRag.AppHost.LocalHosting.Health;

/// <summary>What a resource said when asked how it is.</summary>
/// <param name="Healthy">Whether it can be used.</param>
/// <param name="Detail">What it answered, for the person who waits: "503 Service Unavailable: Unhealthy".</param>
internal sealed record HealthAnswer(bool Healthy, string Detail);
