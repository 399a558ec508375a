using System.Diagnostics.Metrics;
using IntercomRag.Core.CatchUp;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntercomRag.Worker;

/// <summary>
/// How the last round of this worker went, for the metrics and for <c>/health</c>. A catch-up that fails degrades the worker and does not make it unready:
/// webhooks still bring what happens.
/// </summary>
public sealed class CatchUpStatus : IHealthCheck
{
    private readonly TimeProvider _time;
    private volatile CatchUpReport? _last;
    private volatile string? _problem;

    public CatchUpStatus(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        meters.Create(TurnTelemetry.SourceName).CreateObservableGauge(
            "intercomrag.catch_up.lag", Observe, "s", "Since the end of what all rounds have read; measured by the worker that runs them.");
    }

    /// <param name="report">Null when another worker has the rounds.</param>
    public void Set(CatchUpReport? report)
    {
        _last = report;
        _problem = report?.Problem;
    }

    public void SetBroken(Exception exception) => _problem = exception.GetType().Name;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_problem is { } problem ? HealthCheckResult.Degraded(problem) : HealthCheckResult.Healthy());

    private IEnumerable<Measurement<double>> Observe() =>
        _last?.Watermark is { } watermark ? [new Measurement<double>((_time.GetUtcNow() - watermark).TotalSeconds)] : [];
}
