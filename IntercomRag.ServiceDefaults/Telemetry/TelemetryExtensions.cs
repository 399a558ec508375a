using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace IntercomRag.ServiceDefaults.Telemetry;

/// <summary>
/// Traces, metrics and logs in OpenTelemetry's form. Sampling, resource attributes and export are set by the standard
/// <c>OTEL_*</c> variables; without <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> nothing is exported. <c>Telemetry:Folder</c> writes the traces to files besides.
/// </summary>
internal static class TelemetryExtensions
{
    /// <summary>Name of the solution's own activity source and meter.</summary>
    private const string Own = "IntercomRag";

    /// <summary>ASP.NET Core 10 fills its server spans only when this switch is off; .NET 11 does so by default.</summary>
    private const string SuppressSpanData = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    private static readonly string[] s_meters =
    [
        Own,
        "Microsoft.AspNetCore.Diagnostics",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http",
        "System.Runtime",
    ];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        AppContext.SetSwitch(SuppressSpanData, false);
        builder.Services.AddSingleton<IStartupFilter, ServerSpanStartupFilter>();

        var telemetry = new HostTelemetryBuilder(builder.Services);
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, TelemetryStartup>());
        telemetry
            .WithTracing(tracing => tracing.AddSource("Microsoft.AspNetCore", "System.Net.Http", Own))
            .WithMetrics(metrics => metrics.AddMeter(s_meters))
            .WithLogging(configureBuilder: null, options =>
            {
                options.IncludeFormattedMessage = true;
                options.IncludeScopes = true;
            });

        if (builder.Configuration["Telemetry:Folder"] is { Length: > 0 } folder)
        {
            // A file for each process: several cannot append to one.
            var file = Path.Combine(folder, $"{builder.Environment.ApplicationName}-{Environment.ProcessId}.jsonl");
            telemetry.WithTracing(tracing => tracing.AddProcessor(
                services => new BatchActivityExportProcessor(new OtlpFileExporter(file, services.GetRequiredService<ILogger<OtlpFileExporter>>()))));
        }

        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.UseOtlpExporter();
        }
    }
}
