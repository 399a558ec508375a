using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OpenAI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace IntercomRag.Core.Models.OpenAi;

/// <summary>
/// Asks a server that speaks OpenAI's chat completions, through the <c>OpenAI</c> package's pipeline. Text only: the model gets no tools. What the
/// server refuses of a request is left out, and stays out for as long as the process runs.
/// </summary>
internal sealed partial class OpenAiChatClient(
    string model, OpenAIClientOptions options, TimeProvider time, ILogger<OpenAiChatClient> logger)
    : IChatClient
{
    private const int BadRequest = 400;
    private const int UnprocessableRequest = 422;

    private readonly ChatClient _client = new(model, OpenAiServer.Credential, options);
    private readonly ChatClientMetadata _metadata = new(TelemetryNames.Values.OpenAi, options.Endpoint, model);
    private volatile RequestShape _accepted = RequestShape.Full;

    /// <exception cref="ModelException">The server gave no answer.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await ReadAsync(messages, options, stream: false, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc cref="GetResponseAsync"/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        ReadAsync(messages, options, stream: true, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // The HTTP client belongs to its factory.
    }

    private async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options?.Tools is { Count: > 0 })
        {
            throw new NotSupportedException("A model gets no tools: code acts, the model only writes.");
        }

        using var response = await SendAsync([.. messages], options, stream, cancellationToken);
        UsageDetails? usage = null;
        await foreach (var chunk in ChatStream.ReadAsync(response, time, cancellationToken))
        {
            // Some servers count along with every piece; the last count is the one that holds.
            usage = chunk.Usage ?? usage;
            yield return new ChatResponseUpdate(ChatRole.Assistant, chunk.Text)
            {
                ResponseId = chunk.Id,
                ModelId = chunk.Model,
                FinishReason = chunk.FinishReason is null ? null : new ChatFinishReason(chunk.FinishReason),
            };
        }

        if (usage is not null)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(usage)]);
        }
    }

    private async Task<PipelineResponse> SendAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool stream, CancellationToken cancellationToken)
    {
        var shape = _accepted;
        while (true)
        {
            try
            {
                var response = await PostAsync(ChatRequest.Write(model, messages, options, stream, shape), cancellationToken);

                // Only now: a request that is refused in any shape says nothing about shapes.
                Accept(shape);
                return response;
            }
            catch (ClientResultException exception) when (
                exception.Status is BadRequest or UnprocessableRequest
                && shape.After(ServerRefusal.Read(exception.GetRawResponse())) is { } next)
            {
                shape = next;
            }
            catch (Exception exception) when (ServerFailures.IsOne(exception, cancellationToken))
            {
                throw ServerFailures.Of(exception, hasBegun: false, time.GetUtcNow());
            }
        }
    }

    private async Task<PipelineResponse> PostAsync(BinaryData body, CancellationToken cancellationToken)
    {
        using var content = BinaryContent.Create(body);
        var result = await _client.CompleteChatAsync(content, new RequestOptions { BufferResponse = false, CancellationToken = cancellationToken });
        var response = result.GetRawResponse();
        if (response.Status is >= 200 and < 300)
        {
            return response;
        }

        // The package takes a redirect for an answer; following it would carry the key to a host that nobody configured.
        using (response)
        {
            throw ServerFailures.OfStatus(response.Status, response: null, exception: null, time.GetUtcNow());
        }
    }

    private void Accept(RequestShape shape)
    {
        if (shape != _accepted)
        {
            LogShape(shape);
            _accepted = shape;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The model's server does not take everything; from now on it is asked with: {Shape}")]
    private partial void LogShape(RequestShape shape);
}
