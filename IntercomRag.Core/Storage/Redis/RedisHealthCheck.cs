using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>Healthy while the server takes writes: one that is out of memory, read-only or cannot reach its disk still answers reads.</summary>
public sealed class RedisHealthCheck(RedisConnection connection) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await connection.ProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StorageUnavailableException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception);
        }
    }
}
