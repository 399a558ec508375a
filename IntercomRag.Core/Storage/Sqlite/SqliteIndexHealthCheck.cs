using IntercomRag.Core.Knowledge.Index;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Ready when the index can be read. It may be empty: the first sync fills it while customers are told that nothing was found.</summary>
/// <remarks>
/// SQLite waits for a locked file on the calling thread. However often somebody asks, one thread waits; everybody else is answered when
/// <see cref="Patience"/> is over.
/// </remarks>
internal sealed class SqliteIndexHealthCheck(IKnowledgeIndex index, TimeProvider time) : IHealthCheck
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task? _reading;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Read().WaitAsync(Patience, time, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (TimeoutException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"The knowledge index does not answer within {Patience.TotalSeconds} s.");
        }
        catch (Exception e) when (e is KnowledgeIndexException or SqliteException or IOException or UnauthorizedAccessException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, e.Message, e);
        }
    }

    private Task Read()
    {
        lock (_gate)
        {
            return _reading is { IsCompleted: false } ? _reading : _reading = Task.Run(() => index.ReadChangesAsync(null, 1, CancellationToken.None));
        }
    }
}
