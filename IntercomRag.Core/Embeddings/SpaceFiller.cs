using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Embeddings;

/// <summary>Gives the passages of a space their vectors, batch by batch, and remembers which ones the model does not take.</summary>
/// <param name="batchSize">Passages of a request at most.</param>
internal sealed partial class SpaceFiller(TextEmbedder embedder, IVectorStore store, ISyncStore index, int batchSize, ILogger logger)
{
    /// <summary>Requests between two lines of progress in the log.</summary>
    private const int ProgressEvery = 20;

    /// <summary>With so many passages refused one after the other it is not the passages: they come in the order of their hashes, which is none.</summary>
    private const int LongestRefusal = 8;

    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly List<string> _refusedInARow = [];
    private int _batchSize;

    /// <summary>Passages that the model did not take; they are not sent again.</summary>
    public int Refused => _refused.Count;

    /// <summary>Passages that were given a vector, over all rounds.</summary>
    public int Embedded { get; private set; }

    /// <summary>Another model may take what this one did not.</summary>
    public void ForgetRefused() => _refused.Clear();

    /// <summary>Goes through what has no vector, and once more: articles may have come behind where it was.</summary>
    /// <exception cref="EmbeddingException">The model gives no more vectors for now; what it has given is stored.</exception>
    public async Task FillAsync(EmbeddingSpace space, CancellationToken cancellationToken)
    {
        _batchSize = batchSize;
        _refusedInARow.Clear();
        int before;
        do
        {
            before = Embedded;
            await FillOnceAsync(space, cancellationToken);
        }
        while (Embedded > before);
    }

    private async Task FillOnceAsync(EmbeddingSpace space, CancellationToken cancellationToken)
    {
        var after = "";
        for (var requests = 1; ; requests++)
        {
            var read = await store.ReadPendingAsync(space, after, _batchSize, cancellationToken);
            if (read.Count == 0)
            {
                return;
            }

            after = read[^1].Hash;
            await EmbedAsync(space, [.. read.Where(passage => !_refused.Contains(passage.Hash))], cancellationToken);
            if (requests % ProgressEvery == 0)
            {
                var (passages, pending) = await store.CountAsync(space, cancellationToken);
                LogProgress(passages - pending, passages, space.Model);
            }
        }
    }

    /// <summary>
    /// Embeds a batch. One that is refused, or answered with nonsense, is halved until the passage that is the reason stands alone; one that takes too long is
    /// halved too, and later ones are no larger.
    /// </summary>
    private async Task EmbedAsync(EmbeddingSpace space, IReadOnlyList<PendingPassage> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            var vectors = await AskAsync(space, batch, cancellationToken);
            await using var right = await index.EnterAsync(cancellationToken);
            await store.AddAsync(space, [.. batch.Zip(vectors, (passage, vector) => new PassageVector(passage.Hash, vector))], cancellationToken);
            Embedded += batch.Count;
            _refusedInARow.Clear();
            Count(batch.Count, "embedded");
        }
        catch (EmbeddingException e) when (batch.Count > 1 && e.Failure is not (EmbeddingFailure.Unavailable or EmbeddingFailure.OtherModel))
        {
            var half = batch.Count / 2;
            _batchSize = e.Failure == EmbeddingFailure.TooSlow ? Math.Min(_batchSize, half) : _batchSize;
            await EmbedAsync(space, [.. batch.Take(half)], cancellationToken);
            await EmbedAsync(space, [.. batch.Skip(half)], cancellationToken);
        }
        catch (EmbeddingException e) when (e.Failure is EmbeddingFailure.Refused or EmbeddingFailure.Unusable)
        {
            Refuse(space, batch[0], e);
        }
    }

    private async Task<IReadOnlyList<float[]>> AskAsync(EmbeddingSpace space, IReadOnlyList<PendingPassage> batch, CancellationToken cancellationToken)
    {
        // How long a request may take is the generator's affair.
        var vectors = await embedder.EmbedAsync([.. batch.Select(passage => passage.Text)], space.Model, Timeout.InfiniteTimeSpan, cancellationToken);
        return vectors[0].Length == space.Dimensions
            ? vectors
            : throw new EmbeddingException(
                EmbeddingFailure.OtherModel, $"The model {space.Model} answered with {vectors[0].Length} dimensions; it had {space.Dimensions} a moment ago.");
    }

    private void Refuse(EmbeddingSpace space, PendingPassage passage, EmbeddingException reason)
    {
        _refusedInARow.Add(passage.Hash);
        if (_refusedInARow.Count == LongestRefusal)
        {
            _refused.ExceptWith(_refusedInARow);
            throw new EmbeddingException(EmbeddingFailure.Unavailable, $"{LongestRefusal} passages in a row got no vector. {reason.Message}", reason);
        }

        _refused.Add(passage.Hash);
        Count(1, "refused");
        LogRefused(passage.Source, space.Model, reason.Message);
    }

    private static void Count(int passages, string outcome) =>
        EmbeddingTelemetry.Passages.Add(passages, new KeyValuePair<string, object?>(TelemetryNames.Attributes.EmbeddingOutcome, outcome));

    [LoggerMessage(1, LogLevel.Information, "{Embedded} of {Passages} passages have a vector of {Model}")]
    private partial void LogProgress(int embedded, int passages, string model);

    [LoggerMessage(2, LogLevel.Warning, "Passage {Passage} has no vector of {Model} and is found by words alone: {Reason}")]
    private partial void LogRefused(string passage, string model, string reason);
}
