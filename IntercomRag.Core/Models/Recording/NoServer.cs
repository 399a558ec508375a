using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.Recording;

/// <summary>Stands where a server would be while recorded answers are replayed: whatever comes this far was not recorded.</summary>
internal sealed class NoServer : IChatClient, IEmbeddingGenerator<string, Embedding<float>>
{
    /// <exception cref="ModelException">Always <see cref="ModelFailure.NotRecorded"/>.</exception>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw NotRecorded("answer");

    /// <inheritdoc cref="GetResponseAsync"/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw NotRecorded("answer");

    /// <inheritdoc cref="GetResponseAsync"/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        throw NotRecorded("vector");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // There is nothing to give up.
    }

    private static ModelException NotRecorded(string what) => new(ModelFailure.NotRecorded, $"No {what} is recorded for this request.");
}
