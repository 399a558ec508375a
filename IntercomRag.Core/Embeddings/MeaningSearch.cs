using System.Diagnostics;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Embeddings;

/// <summary>
/// Embeds the question of a turn, once, to find articles by meaning. Where that cannot be had in time, there is no <see cref="Meaning"/> and words alone decide.
/// </summary>
/// <remarks>
/// While the model is being changed, the vectors are still the old model's. The server is then asked for the old model by name, which it often still has. What it
/// answers is believed only when it makes the same of a known text as the old model did: many servers answer with the one model they have, whatever name
/// they are asked for, and vectors of two models compare like noise. So it is words alone, rather than noise, until the new vectors are complete.
/// </remarks>
public sealed partial class MeaningSearch(
    TextEmbedder embedder, LiveVectorIndex vectors, IOptions<QueryEmbeddingOptions> options, TimeProvider time, ILogger<MeaningSearch> logger)
{
    private readonly QueryEmbeddingOptions _options = options.Value;
    private volatile Recognition? _recognition;

    /// <summary>Reads the vectors that have come, so that no turn has to.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (embedder.IsConfigured)
        {
            await vectors.RefreshAsync(cancellationToken);
        }
    }

    /// <returns>Null when articles cannot be compared by meaning.</returns>
    public async Task<Meaning?> ReadAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!embedder.IsConfigured)
        {
            return null;
        }

        var (outcome, meaning) = await TryReadAsync(QueryText.Of(turn), cancellationToken);
        Activity.Current?.SetTag(TelemetryNames.Attributes.EmbeddingOutcome, CodeName.Of(outcome));
        return meaning;
    }

    private async Task<(QueryOutcome Outcome, Meaning? Meaning)> TryReadAsync(string text, CancellationToken cancellationToken)
    {
        if (await vectors.RefreshAsync(cancellationToken) is not { } space)
        {
            return (QueryOutcome.NoVectors, null);
        }

        if (text.Length == 0)
        {
            return (QueryOutcome.NoText, null);
        }

        var known = _recognition is { } recognition && recognition.Space == space.Id ? recognition : null;
        if (known is { IsSame: false } && time.GetElapsedTime(known.At) < _options.PauseAfterOtherModel)
        {
            return (QueryOutcome.OtherModel, null);
        }

        try
        {
            // The known text goes along with the first question to a model, so that recognising it costs no request of its own.
            var isRecognized = known is { IsSame: true };
            var answer = await embedder.EmbedAsync(isRecognized ? [text] : [text, EmbeddingSpace.ProbeText], space.Model, _options.Timeout, cancellationToken);
            if (isRecognized ? answer[0].Length != space.Dimensions : !space.Recognizes(answer[1]))
            {
                LogOtherModel(space.Model, space.Dimensions, answer[0].Length);
                _recognition = new Recognition(space.Id, IsSame: false, time.GetTimestamp());
                return (QueryOutcome.OtherModel, null);
            }

            _recognition = isRecognized ? known : new Recognition(space.Id, IsSame: true, time.GetTimestamp());
            return (QueryOutcome.Used, new Meaning(vectors, space, answer[0], _options.Weight));
        }
        catch (EmbeddingException e)
        {
            LogFailed(space.Model, e.Message);
            return (e.Failure == EmbeddingFailure.TooSlow ? QueryOutcome.TooSlow : QueryOutcome.Failed, null);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The vectors are of {Model} with {Dimensions} dimensions, and what the server answers ({Answered} dimensions) is not: articles are found by words alone")]
    private partial void LogOtherModel(string model, int dimensions, int answered);

    [LoggerMessage(2, LogLevel.Warning, "A question has no vector of {Model}, and articles are found by words alone: {Reason}")]
    private partial void LogFailed(string model, string reason);

    private sealed record Recognition(long Space, bool IsSame, long At);
}
