namespace IntercomRag.Core.Knowledge.Sync;

/// <summary>When which sync is due.</summary>
public static class SyncSchedule
{
    /// <summary>Whether a full sync is due now: it never completed, or is older than the interval.</summary>
    public static bool IsFullSyncDue(SyncState state, KnowledgeOptions options, DateTimeOffset now) =>
        state.LastFullSync is null || now - state.LastFullSync >= options.FullSyncInterval;

    /// <summary>The wait after the given number of failures in a row, from 1.</summary>
    public static TimeSpan DelayAfter(int failures, KnowledgeOptions options)
    {
        var doubled = options.RetryDelay * Math.Pow(2, Math.Min(failures - 1, 30));
        return doubled < options.RetryCap ? doubled : options.RetryCap;
    }
}
