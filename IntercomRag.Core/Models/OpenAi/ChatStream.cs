using System.ClientModel.Primitives;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace IntercomRag.Core.Models.OpenAi;

/// <summary>
/// The pieces of an answer as the server sends them:
/// <code>data: {"id":"chatcmpl-1","choices":[{"delta":{"content":"Hel"}}]}
///
/// data: [DONE]
/// </code>
/// A server that does not stream answers with one JSON object, which is one piece.
/// </summary>
internal static class ChatStream
{
    private const string End = "[DONE]";

    // Answers have some thousand characters; a server that sends this many has lost its way.
    private const int LargestAnswer = 256 * 1024;

    /// <exception cref="ModelException">
    /// The answer broke off (also when the stream ends without saying that it is whole), or is not in the protocol's form.
    /// </exception>
    public static async IAsyncEnumerable<ChatChunk> ReadAsync(
        PipelineResponse response, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var body = response.ContentStream ?? Stream.Null;
        var events = IsEventStream(response) ? EventsAsync(body, cancellationToken) : WholeAsync(body, cancellationToken);
        await using var reader = events.GetAsyncEnumerator(cancellationToken);
        var size = 0;
        var isWhole = false;
        while (await NextAsync(reader, time, cancellationToken) is { } data)
        {
            if (data == End)
            {
                yield break;
            }

            var chunk = Read(data);
            size += data.Length;
            if (chunk.IsError || size > LargestAnswer)
            {
                throw Broken(chunk.IsError ? "reported an error in the middle of its answer" : "does not end its answer");
            }

            isWhole |= chunk.FinishReason is not null;
            yield return chunk;
        }

        if (!isWhole)
        {
            throw Broken("ended its answer in the middle");
        }
    }

    private static bool IsEventStream(PipelineResponse response) =>
        response.Headers.TryGetValue("Content-Type", out var type) && type?.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) is true;

    private static async IAsyncEnumerable<string> EventsAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellationToken))
        {
            if (!string.IsNullOrWhiteSpace(item.Data))
            {
                yield return item.Data.Trim();
            }
        }
    }

    private static async IAsyncEnumerable<string> WholeAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body, Encoding.UTF8);
        yield return await reader.ReadToEndAsync(cancellationToken);
    }

    private static async ValueTask<string?> NextAsync(IAsyncEnumerator<string> reader, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.MoveNextAsync() ? reader.Current : null;
        }
        catch (Exception exception) when (ServerFailures.IsOne(exception, cancellationToken))
        {
            throw ServerFailures.Of(exception, hasBegun: true, time.GetUtcNow());
        }
    }

    private static ChatChunk Read(string data)
    {
        try
        {
            return ChatChunk.Read(Encoding.UTF8.GetBytes(data));
        }
        catch (JsonException exception)
        {
            throw new ModelException(ModelFailure.Unreadable, "The model's server did not answer in the form of chat completions.", exception)
            {
                MayBeCharged = true,
            };
        }
    }

    private static ModelException Broken(string what) => new(ModelFailure.Unavailable, $"The model's server {what}.") { MayBeCharged = true };
}
