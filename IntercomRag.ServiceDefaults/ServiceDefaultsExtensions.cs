using IntercomRag.ServiceDefaults.Health;
using IntercomRag.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntercomRag.ServiceDefaults;

/// <summary>What every service of the solution has in common: telemetry, health endpoints, host behaviour.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Registers telemetry, the health checks behind <c>/health</c> and <c>/alive</c>, and the host's defaults.</summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddTelemetry();
        builder.AddHealth();
        builder.AddHostDefaults();
        return builder;
    }

    /// <summary>Maps <c>/health</c> and <c>/alive</c>, in every environment: orchestrators poll them in production too.</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealth();
        return app;
    }

    private static void AddHostDefaults(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);

        // Kubernetes kills after 30 s by default: stop on our own terms before that, unless the host's own setting says otherwise.
        if (builder.Configuration["shutdownTimeoutSeconds"] is null)
        {
            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        }

        // At Information these categories write one line and more per request, among them whole query strings. The rules stand
        // first, so that anything said in configuration wins.
        builder.Services.PostConfigure<LoggerFilterOptions>(filters =>
        {
            filters.Rules.Insert(0, Quiet("Microsoft.AspNetCore"));
            filters.Rules.Insert(0, Quiet("System.Net.Http.HttpClient"));

            // It logs every failed check of every poll, with its stack; HealthOutages says it once.
            filters.Rules.Insert(0, new LoggerFilterRule(providerName: null, "Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None, filter: null));
        });
    }

    private static LoggerFilterRule Quiet(string category) => new(providerName: null, category, LogLevel.Warning, filter: null);
}
