namespace IntercomRag.Core.Knowledge.Sync;

/// <summary>What a sync did. An article counts once for each of its languages.</summary>
/// <param name="Synced">Put into the index, or replaced there.</param>
/// <param name="Unchanged">In the index with the same content already.</param>
/// <param name="Removed">Taken out of the index.</param>
/// <param name="Skipped">Not indexed, by reason.</param>
/// <param name="Complete">Everything was read. What could not be read is in <paramref name="Errors"/>, and is tried again soon.</param>
public sealed record SyncReport(
    SyncKind Kind,
    int Synced,
    int Unchanged,
    int Removed,
    IReadOnlyDictionary<SkipReason, int> Skipped,
    IReadOnlyList<SyncError> Errors,
    TimeSpan Duration,
    bool Complete);
