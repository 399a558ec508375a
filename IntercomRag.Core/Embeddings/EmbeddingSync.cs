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
public sealed partial class EmbeddingSync
{
    private readonly TextEmbedder _embedder;
    private readonly IVectorStore _store;
    private readonly ISyncStore _index;
    private readonly EmbeddingSyncOptions _options;
    private readonly ILogger<EmbeddingSync> _logger;
    private readonly SpaceFiller _filler;
    private EmbeddingSpace? _space;
    private IndexVersion? _done;

    /// <param name="server">How many passages it takes in a request.</param>
    public EmbeddingSync(
        TextEmbedder embedder,
        IVectorStore store,
        ISyncStore index,
        IOptions<EmbeddingSyncOptions> options,
        IOptions<EmbeddingsOptions> server,
        ILoggerFactory loggers)
    {
        (_embedder, _store, _index, _options) = (embedder, store, index, options.Value);
        _logger = loggers.CreateLogger<EmbeddingSync>();
        _filler = new SpaceFiller(embedder, store, index, server.Value.BatchSize, loggers.CreateLogger<SpaceFiller>());
    }

    /// <summary>Brings the vectors up to date.</summary>
    /// <returns>Null when nothing has changed since the last complete round of this process.</returns>
    public async Task<EmbeddingReport?> RunAsync(CancellationToken cancellationToken)
    {
        var version = await _store.ReadVersionAsync(cancellationToken);
        if (version == _done)
        {
            return null;
        }

        using var activity = TurnTelemetry.Source.StartActivity(TelemetryNames.Spans.Embed);
        var before = _filler.Embedded;
        string? problem = null;
        try
        {
            _space = await FindSpaceAsync(cancellationToken);
            await _filler.FillAsync(_space, cancellationToken);
            _done = await CompleteAsync(_space, cancellationToken) ? version : null;
        }
        catch (EmbeddingException e)
        {
            // Whatever it is, the model may be another one when it answers again.
            (problem, _space) = (e.Message, null);
            EmbeddingTelemetry.Failures.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Attributes.EmbeddingOutcome, CodeName.Of(e.Failure)));
            activity?.SetStatus(ActivityStatusCode.Error, CodeName.Of(e.Failure));
        }

        return await ReportAsync(_filler.Embedded - before, problem, activity, cancellationToken);
    }

    /// <summary>The space of the configured model: the one that there is, or a new one beside the live one.</summary>
    private async Task<EmbeddingSpace> FindSpaceAsync(CancellationToken cancellationToken)
    {
        var spaces = await _store.ReadSpacesAsync(cancellationToken);
        if (_space is { } known && spaces.FirstOrDefault(space => space.Id == known.Id) is { } still)
        {
            return still;
        }

        var probe = (await _embedder.EmbedAsync([EmbeddingSpace.ProbeText], _embedder.Model, Timeout.InfiniteTimeSpan, cancellationToken))[0];
        var same = spaces.Where(space => space.Model == _embedder.Model && space.Recognizes(probe)).OrderByDescending(space => space.IsLive).FirstOrDefault();
        if (same is not null)
        {
            return same;
        }

        _filler.ForgetRefused();
        await using var right = await _index.EnterAsync(cancellationToken);
        LogNewModel(_embedder.Model, probe.Length, spaces.FirstOrDefault(space => space.IsLive)?.Model ?? "none");
        return await _store.BeginSpaceAsync(_embedder.Model, probe, cancellationToken);
    }

    /// <returns>Whether all is done, or nothing more can be: false when articles came a moment ago.</returns>
    /// <exception cref="EmbeddingException">The model refuses too much to take over.</exception>
    private async Task<bool> CompleteAsync(EmbeddingSpace space, CancellationToken cancellationToken)
    {
        var (passages, pending) = await _store.CountAsync(space, cancellationToken);
        var refused = Math.Min(pending, _filler.Refused);
        if (pending > refused || space.IsLive || passages == 0)
        {
            return pending == refused;
        }

        if (refused > Math.Max(1, passages * _options.LargestRefusedShare) || refused == passages)
        {
            throw new EmbeddingException(
                EmbeddingFailure.Refused, $"The model {space.Model} has no vector for {refused} of {passages} passages; it does not take over.");
        }

        await using var right = await _index.EnterAsync(cancellationToken);
        await _store.SwitchAsync(space, cancellationToken);
        LogSwitched(space.Model, passages - pending, passages);
        return true;
    }

    private async Task<EmbeddingReport> ReportAsync(int embedded, string? problem, Activity? activity, CancellationToken cancellationToken)
    {
        // Beside the live space of another model under the same name, the one that is being filled is the later.
        var space = (await _store.ReadSpacesAsync(cancellationToken)).LastOrDefault(space => space.Model == _embedder.Model);
        var pending = space is null ? 0 : (await _store.CountAsync(space, cancellationToken)).Pending;
        activity?
            .SetTag(TelemetryNames.Attributes.RequestModel, _embedder.Model)
            .SetTag(TelemetryNames.Attributes.Embedded, embedded)
            .SetTag(TelemetryNames.Attributes.EmbeddingRefused, _filler.Refused)
            .SetTag(TelemetryNames.Attributes.EmbeddingPending, pending);
        return new EmbeddingReport(_embedder.Model, embedded, _filler.Refused, pending, space?.IsLive == true, problem);
    }

    [LoggerMessage(1, LogLevel.Information, "Passages are embedded by {Model} ({Dimensions} dimensions) from now on; until that is complete, queries use: {Live}")]
    private partial void LogNewModel(string model, int dimensions, string live);

    [LoggerMessage(2, LogLevel.Information, "Queries use the vectors of {Model} now: {Embedded} of {Passages} passages")]
    private partial void LogSwitched(string model, int embedded, int passages);
}
