using System.Collections.Concurrent;
using System.Diagnostics;
using IntercomRag.ServiceDefaults;
using IntercomRag.Testing;
using IntercomRag.Testing.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace IntercomRag.Api.Tests.ServiceDefaults;

/// <summary>A service with nothing but the defaults and three routes, and what it would export.</summary>
internal sealed class TelemetryHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, byte> _measuredRoutes = new();
    private readonly ConcurrentQueue<Activity> _spans = new();

    private TelemetryHost(bool handlesExceptions)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Captured);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.AddServiceDefaults();
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks().AddCheck("store", () => new HealthCheckResult(Store, "secret-address:6379"));
        builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(
            new SimpleActivityExportProcessor(new Collector<Activity>(_spans.Enqueue))));
        builder.Services.ConfigureOpenTelemetryLoggerProvider(logging => logging.AddProcessor(
            new SimpleLogRecordExportProcessor(new Collector<LogRecord>(
                log => Logs.Enqueue((log.FormattedMessage ?? "", log.TraceId, log.SpanId))))));
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddReader(
            new BaseExportingMetricReader(new Collector<Metric>(CollectRoutes))));

        _app = builder.Build();
        if (handlesExceptions)
        {
            _app.UseExceptionHandler();
        }

        _app.MapDefaultEndpoints();
        _app.MapGet("/orders/{id}", (string id, ILogger<TelemetryHost> logger) =>
        {
            logger.OrderRead();
            return id;
        });
        _app.MapGet("/refused", () => Results.Unauthorized());
        _app.MapGet("/broken", string () => throw new InvalidOperationException("broken on purpose"));
    }

    public ConcurrentQueue<(string Message, ActivityTraceId Trace, ActivitySpanId Span)> Logs { get; } = new();

    /// <summary>The same with level and category.</summary>
    public CapturedLogs Captured { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    /// <summary>What the check named <c>store</c> says.</summary>
    public HealthStatus Store { get; set; } = HealthStatus.Healthy;

    public static async Task<TelemetryHost> StartAsync(bool handlesExceptions = true)
    {
        var host = new TelemetryHost(handlesExceptions);
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public HttpClient CreateClient() => _app.GetTestClient();

    /// <summary>The spans that ended, at least one: a server span ends a moment after its answer has arrived.</summary>
    public async Task<IReadOnlyCollection<Activity>> SpansAsync()
    {
        await Eventually.HoldsAsync(() => !_spans.IsEmpty, cancellationToken: TestContext.Current.CancellationToken);
        return [.. _spans];
    }

    /// <summary>Routes in <c>http.server.request.duration</c>.</summary>
    public IReadOnlyCollection<string> MeasuredRoutes()
    {
        _app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        return [.. _measuredRoutes.Keys];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void CollectRoutes(Metric metric)
    {
        if (metric.Name != "http.server.request.duration")
        {
            return;
        }

        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            foreach (var tag in point.Tags)
            {
                if (tag is { Key: "http.route", Value: string route })
                {
                    _measuredRoutes.TryAdd(route, 0);
                }
            }
        }
    }

    private sealed class Collector<T>(Action<T> collect) : BaseExporter<T>
        where T : class
    {
        public override ExportResult Export(in Batch<T> batch)
        {
            foreach (var item in batch)
            {
                collect(item);
            }

            return ExportResult.Success;
        }
    }
}
