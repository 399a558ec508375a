using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Ready when the index file opens. It may be empty: the first sync fills it while customers are told that nothing was found.</summary>
internal sealed class SqliteIndexHealthCheck(SqliteIndexFile file) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await (await file.OpenAsync(cancellationToken)).DisposeAsync();
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, e.Message, e);
        }
    }
}
