using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Ready when the index answers a search. It may be empty: the first sync fills it while customers are told that nothing was found.</summary>
/// <remarks>
/// SQLite waits for a locked file on the calling thread. However often somebody asks, one thread waits; everybody else is answered when
/// <see cref="Patience"/> is over.
/// </remarks>
internal sealed class SqliteIndexHealthCheck(IKnowledgeIndex index, TimeProvider time) : IHealthCheck
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly PassageQuery s_query = new([new WeightedTerm("health", 1)], new SearchScope(["en"], [Audience.Everyone]), 1);

    private readonly Lock _gate = new();
    private Task? _search;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Search().WaitAsync(Patience, time, cancellationToken);
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

    private Task Search()
    {
        lock (_gate)
        {
            return _search is { IsCompleted: false } ? _search : _search = Task.Run(() => index.SearchAsync(s_query, CancellationToken.None));
        }
    }
}
