using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntercomRag.Core.Models.Resilience;

/// <summary>Degraded, never unhealthy: without its model a turn answers from words and statistics.</summary>
internal sealed class ModelHealthCheck(ServerPatience patience) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(patience.IsCircuitOpen
            ? HealthCheckResult.Degraded("The model's server kept failing and is left alone for a while.")
            : HealthCheckResult.Healthy());
}
