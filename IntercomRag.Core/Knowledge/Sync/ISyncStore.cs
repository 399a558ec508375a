namespace IntercomRag.Core.Knowledge.Sync;

/// <summary>What the sync needs of the index besides its articles: a memory, and order among those who write.</summary>
public interface ISyncStore
{
    /// <summary>Makes the index ready for writing: creates a missing one, and puts one aside that cannot be used. Reads all of it.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    Task<SyncState> ReadStateAsync(CancellationToken cancellationToken);

    Task WriteStateAsync(SyncState state, CancellationToken cancellationToken);

    /// <summary>The right to run full syncs and reconciles, until disposed. Null while another process has it.</summary>
    Task<IAsyncDisposable?> TryLeadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Waits for the right to change the index, until disposed. An article is read from the source and written to the index under the
    /// same right, by every writer in every process: so what was read last is what stays.
    /// </summary>
    Task<IAsyncDisposable> EnterAsync(CancellationToken cancellationToken);

    /// <summary>Tidies the index up after a full sync.</summary>
    Task CompactAsync(CancellationToken cancellationToken);
}
