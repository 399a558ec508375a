using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Embeddings;

/// <summary>
/// The vectors of the passages in the knowledge index. One process fills it and many read; the vectors of an article go with it, in the same change.
/// </summary>
public interface IVectorStore
{
    /// <summary>The right to fill the store, until disposed. Null while another process has it.</summary>
    Task<IAsyncDisposable?> TryLeadAsync(CancellationToken cancellationToken);

    /// <summary>The state of the index that the vectors belong to.</summary>
    Task<IndexVersion> ReadVersionAsync(CancellationToken cancellationToken);

    /// <summary>The live space, and the one beside it that is being filled; each may be missing.</summary>
    Task<IReadOnlyList<EmbeddingSpace>> ReadSpacesAsync(CancellationToken cancellationToken);

    /// <summary>Begins a space for a model, beside the live one. Another one that was being filled is given up.</summary>
    /// <param name="probe">What the model makes of <see cref="EmbeddingSpace.ProbeText"/>, of length 1.</param>
    Task<EmbeddingSpace> BeginSpaceAsync(string model, ReadOnlyMemory<float> probe, CancellationToken cancellationToken);

    /// <summary>Passages that have no vector in a space, each text once, by hash.</summary>
    /// <param name="after">Hash after which to begin; empty for the first.</param>
    Task<IReadOnlyList<PendingPassage>> ReadPendingAsync(EmbeddingSpace space, string after, int limit, CancellationToken cancellationToken);

    /// <summary>Texts in the index, and how many of them have no vector in a space.</summary>
    Task<(int Passages, int Pending)> CountAsync(EmbeddingSpace space, CancellationToken cancellationToken);

    /// <summary>Puts vectors in, all or none. Those of texts that have gone meanwhile, or of a space that has, are left out.</summary>
    Task AddAsync(EmbeddingSpace space, IReadOnlyList<PassageVector> vectors, CancellationToken cancellationToken);

    /// <summary>Makes a space the live one, and deletes every other with its vectors.</summary>
    Task SwitchAsync(EmbeddingSpace space, CancellationToken cancellationToken);

    /// <summary>The changes of the live vectors after a version, or all of them; cheap when there are none.</summary>
    /// <param name="since">Null for everything.</param>
    /// <param name="limit">Articles at most, at least 1.</param>
    Task<VectorChanges> ReadChangesAsync(VectorVersion? since, int limit, CancellationToken cancellationToken);
}
