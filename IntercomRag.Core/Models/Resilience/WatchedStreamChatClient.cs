using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Models.Resilience;

/// <summary>
/// Asks by stream, so that a server that has died is noticed by its silence rather than by the end of all patience, and gives back the whole answer.
/// </summary>
internal sealed class WatchedStreamChatClient(IChatClient inner, IOptions<ModelOptions> options, TimeProvider time) : WholeAnswerChatClient(inner)
{
    /// <summary>Additional property of a response: seconds until its first piece, a <see cref="double"/>.</summary>
    public const string TimeToFirstChunk = "time_to_first_chunk";

    private readonly ModelOptions _options = options.Value;

    /// <exception cref="ModelException"><see cref="ModelFailure.TooSlow"/>: nothing came for too long.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var silence = new CancellationTokenSource(_options.FirstChunkTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var started = time.GetTimestamp();
        double? first = null;
        var updates = new List<ChatResponseUpdate>();
        try
        {
            await foreach (var update in InnerClient.GetStreamingResponseAsync(messages, options, either.Token))
            {
                first ??= time.GetElapsedTime(started).TotalSeconds;
                silence.CancelAfter(_options.ChunkTimeout);
                updates.Add(update);
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            var limit = first is null ? _options.FirstChunkTimeout : _options.ChunkTimeout;
            throw new ModelException(ModelFailure.TooSlow, $"The model's server sent nothing for {limit.TotalSeconds:0.##} s.", exception)
            {
                MayBeCharged = true,
            };
        }

        var response = updates.ToChatResponse();
        (response.AdditionalProperties ??= [])[TimeToFirstChunk] = first;
        return response;
    }
}
