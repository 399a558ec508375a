using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.ServiceDefaults.Health;

/// <summary>
/// <c>/health</c> runs all checks and tells whether the service can do its work; <c>/alive</c> runs those tagged <c>live</c> and tells
/// whether the process should be left running. Neither is traced or measured, and only the begin and the end of an outage are logged.
/// </summary>
public static class HealthEndpoints
{
    public const string HealthPath = "/health";
    public const string AlivePath = "/alive";

    /// <summary>Tag of checks that fail only when a restart would help.</summary>
    public const string LiveTag = "live";

    internal static void AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<HealthOutages>();
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [LiveTag]);
    }

    internal static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(HealthPath, new HealthCheckOptions { ResponseWriter = WriteAsync }).DisableHttpMetrics();
        app.MapHealthChecks(AlivePath, new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(LiveTag),
            ResponseWriter = WriteAsync,
        }).DisableHttpMetrics();
    }

    internal static bool IsHealthPath(PathString path) =>
        path.Equals(HealthPath, StringComparison.OrdinalIgnoreCase) || path.Equals(AlivePath, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Writes names and statuses and nothing else: descriptions and exceptions hold addresses, and the endpoint may be reachable
    /// from outside. <c>{"status":"Unhealthy","checks":{"self":"Healthy","redis":"Unhealthy"}}</c>
    /// </summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.RequestServices.GetRequiredService<HealthOutages>().Observe(report);
        return context.Response.WriteAsJsonAsync(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(check => check.Key, check => check.Value.Status.ToString()),
        });
    }
}
