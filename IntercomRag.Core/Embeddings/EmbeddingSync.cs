using System.Diagnostics;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Models.Embeddings;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Embeddings;

/// <summary>Gives every passage of the index a vector of the configured model.</summary>
/// <remarks>
/// What there is to do is read from the index, so a round goes on where a crash or a failure ended the last one. A vector is stored as soon as its request is
/// answered, under the hash of its text: no text is sent to the same model twice.
/// <para>
/// Another model gets a space of its own, which is filled beside the live one and takes over when it is complete; until then queries use the live one. That
/// it is another model is told by name, by dimension, and by what it makes of a known text.
/// </para>
/// </remarks>
public sealed partial class EmbeddingSync(
    TextEmbedder embedder,
    IVectorStore store,
    ISyncStore index,
    IOptions<EmbeddingSyncOptions> options,
    IOptions<EmbeddingsOptions> server,
    ILogger<EmbeddingSync> logger)
{
    /// <summary>Requests between two lines of progress in the log.</summary>
    private const int ProgressEvery = 20;

    /// <summary>With so many passages refused one after the other it is not the passages: they come in the order of their hashes, which is none.</summary>
    private const int RefusedInARow = 8;

    private readonly EmbeddingSyncOptions _options = options.Value;
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private int _batchSize = server.Value.BatchSize;
    private EmbeddingSpace? _space;
    private IndexVersion? _done;

    /// <summary>Brings the vectors up to date.</summary>
    /// <returns>Null when nothing has changed since the last complete round of this process.</returns>
    public async Task<EmbeddingReport?> RunAsync(CancellationToken cancellationToken)
    {
        var version = await store.ReadVersionAsync(cancellationToken);
        if (version == _done)
        {
            return null;
        }

        using var activity = TurnTelemetry.Source.StartActivity(TelemetryNames.Spans.Embed);
        var round = new Round();
        try
        {
            _space = await FindSpaceAsync(cancellationToken);
            await FillAsync(round, _space, cancellationToken);
            await SwitchWhenCompleteAsync(_space, cancellationToken);
            _done = version;
        }
        catch (EmbeddingException e)
        {
            // Whatever it is, the model may be another one when it answers again.
            (round.Problem, _space) = (e.Message, null);
            EmbeddingTelemetry.Failures.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Attributes.EmbeddingOutcome, CodeName.Of(e.Failure)));
            activity?.SetStatus(ActivityStatusCode.Error, CodeName.Of(e.Failure));
        }

        return await ReportAsync(round, activity, cancellationToken);
    }

    /// <summary>The space of the configured model: the one that there is, or a new one beside the live one.</summary>
    private async Task<EmbeddingSpace> FindSpaceAsync(CancellationToken cancellationToken)
    {
        var spaces = await store.ReadSpacesAsync(cancellationToken);
        if (_space is { } known && spaces.FirstOrDefault(space => space.Id == known.Id) is { } still)
        {
            return still;
        }

        var probe = (await embedder.EmbedAsync([EmbeddingSpace.ProbeText], embedder.Model, Timeout.InfiniteTimeSpan, cancellationToken))[0];
        var same = spaces.Where(space => space.Model == embedder.Model && space.Recognizes(probe)).OrderByDescending(space => space.IsLive).FirstOrDefault();
        if (same is not null)
        {
            return same;
        }

        _refused.Clear();
        await using var right = await index.EnterAsync(cancellationToken);
        LogNewModel(embedder.Model, probe.Length, spaces.FirstOrDefault(space => space.IsLive)?.Model ?? "none");
        return await store.BeginSpaceAsync(embedder.Model, probe, cancellationToken);
    }

    /// <summary>Goes through what has no vector, and once more: articles may have come behind where it was.</summary>
    private async Task FillAsync(Round round, EmbeddingSpace space, CancellationToken cancellationToken)
    {
        int before;
        do
        {
            before = round.Embedded;
            await FillOnceAsync(round, space, cancellationToken);
        }
        while (round.Embedded > before);
    }

    private async Task FillOnceAsync(Round round, EmbeddingSpace space, CancellationToken cancellationToken)
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
            await EmbedAsync(round, space, [.. read.Where(passage => !_refused.Contains(passage.Hash))], cancellationToken);
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
    private async Task EmbedAsync(Round round, EmbeddingSpace space, IReadOnlyList<PendingPassage> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            var vectors = await embedder.EmbedAsync([.. batch.Select(passage => passage.Text)], space.Model, Timeout.InfiniteTimeSpan, cancellationToken);
            if (vectors[0].Length != space.Dimensions)
            {
                throw new EmbeddingException(
                    EmbeddingFailure.OtherModel, $"The model {space.Model} answered with {vectors[0].Length} dimensions; it had {space.Dimensions} a moment ago.");
            }

            await using var right = await index.EnterAsync(cancellationToken);
            await store.AddAsync(space, [.. batch.Zip(vectors, (passage, vector) => new PassageVector(passage.Hash, vector))], cancellationToken);
            round.Embedded += batch.Count;
            round.RefusedInARow.Clear();
            EmbeddingTelemetry.Passages.Add(batch.Count, new KeyValuePair<string, object?>(TelemetryNames.Attributes.EmbeddingOutcome, "embedded"));
        }
        catch (EmbeddingException e) when (batch.Count > 1 && e.Failure is not (EmbeddingFailure.Unavailable or EmbeddingFailure.OtherModel))
        {
            var half = batch.Count / 2;
            _batchSize = e.Failure == EmbeddingFailure.TooSlow ? Math.Min(_batchSize, half) : _batchSize;
            await EmbedAsync(round, space, [.. batch.Take(half)], cancellationToken);
            await EmbedAsync(round, space, [.. batch.Skip(half)], cancellationToken);
        }
        catch (EmbeddingException e) when (e.Failure is EmbeddingFailure.Refused or EmbeddingFailure.Unusable)
        {
            round.RefusedInARow.Add(batch[0].Hash);
            if (round.RefusedInARow.Count == RefusedInARow)
            {
                _refused.ExceptWith(round.RefusedInARow);
                throw new EmbeddingException(EmbeddingFailure.Unavailable, $"{RefusedInARow} passages in a row got no vector. {e.Message}", e);
            }

            _refused.Add(batch[0].Hash);
            EmbeddingTelemetry.Passages.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Attributes.EmbeddingOutcome, "refused"));
            LogRefused(batch[0].Source, space.Model, e.Message);
        }
    }

    private async Task SwitchWhenCompleteAsync(EmbeddingSpace space, CancellationToken cancellationToken)
    {
        var (passages, pending) = await store.CountAsync(space, cancellationToken);
        if (space.IsLive || passages == 0)
        {
            return;
        }

        var refused = Math.Min(pending, _refused.Count);
        if (refused > Math.Max(1, passages * _options.LargestRefusedShare) || refused == passages)
        {
            throw new EmbeddingException(
                EmbeddingFailure.Refused, $"The model {space.Model} has no vector for {refused} of {passages} passages; it does not take over.");
        }

        if (pending > refused)
        {
            // Of articles that came a moment ago: the next round has them.
            return;
        }

        await using var right = await index.EnterAsync(cancellationToken);
        await store.SwitchAsync(space, cancellationToken);
        LogSwitched(space.Model, passages - pending, passages);
    }

    private async Task<EmbeddingReport> ReportAsync(Round round, Activity? activity, CancellationToken cancellationToken)
    {
        var spaces = await store.ReadSpacesAsync(cancellationToken);
        var space = spaces.LastOrDefault(space => space.Model == embedder.Model);
        var pending = space is null ? 0 : (await store.CountAsync(space, cancellationToken)).Pending;
        activity?
            .SetTag(TelemetryNames.Attributes.RequestModel, embedder.Model)
            .SetTag(TelemetryNames.Attributes.Embedded, round.Embedded)
            .SetTag(TelemetryNames.Attributes.EmbeddingRefused, _refused.Count)
            .SetTag(TelemetryNames.Attributes.EmbeddingPending, pending);
        return new EmbeddingReport(embedder.Model, round.Embedded, _refused.Count, pending, space?.IsLive == true, round.Problem);
    }

    [LoggerMessage(1, LogLevel.Information, "Passages are embedded by {Model} ({Dimensions} dimensions) from now on; until that is complete, queries use: {Live}")]
    private partial void LogNewModel(string model, int dimensions, string live);

    [LoggerMessage(2, LogLevel.Information, "{Embedded} of {Passages} passages have a vector of {Model}")]
    private partial void LogProgress(int embedded, int passages, string model);

    [LoggerMessage(3, LogLevel.Warning, "Passage {Passage} has no vector of {Model} and is found by words alone: {Reason}")]
    private partial void LogRefused(string passage, string model, string reason);

    [LoggerMessage(4, LogLevel.Information, "Queries use the vectors of {Model} now: {Embedded} of {Passages} passages")]
    private partial void LogSwitched(string model, int embedded, int passages);

    private sealed class Round
    {
        public int Embedded { get; set; }

        public List<string> RefusedInARow { get; } = [];

        public string? Problem { get; set; }
    }
}
