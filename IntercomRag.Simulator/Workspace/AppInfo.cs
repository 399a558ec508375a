namespace IntercomRag.Simulator.Workspace;

/// <summary>The workspace itself, as <c>GET /me</c> tells it.</summary>
/// <param name="IdCode">The <c>app_id</c> of webhooks.</param>
/// <param name="Region">US, EU or AU.</param>
/// <param name="Timezone">Name of the zone in which whole days are counted.</param>
public sealed record AppInfo(string IdCode, string Name, string Region, string Timezone);
