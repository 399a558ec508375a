using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Embeddings;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

namespace IntercomRag.Core.Models.OpenAi;

/// <summary>Asks a server that speaks OpenAI's embeddings, one request a call.</summary>
internal sealed class OpenAiEmbeddingGenerator(
    string model, int? dimensions, OpenAIClientOptions options, TimeProvider time)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingClient _client = new(model, OpenAiServer.Credential, options);
    private readonly EmbeddingGeneratorMetadata _metadata = new(TelemetryNames.Values.OpenAi, options.Endpoint, model, dimensions);

    /// <exception cref="ModelException">The server gave no vectors.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        if (texts.Count == 0)
        {
            return [];
        }

        try
        {
            using var content = BinaryContent.Create(Write(texts, options));
            var result = await _client.GenerateEmbeddingsAsync(content, new RequestOptions { CancellationToken = cancellationToken });
            using var response = result.GetRawResponse();
            return response.Status is >= 200 and < 300
                ? EmbeddingAnswer.Read(response.Content, texts.Count, time.GetUtcNow())
                : throw ServerFailures.OfStatus(response.Status, response, exception: null, time.GetUtcNow());
        }
        catch (Exception exception) when (ServerFailures.IsOne(exception, cancellationToken))
        {
            throw ServerFailures.Of(exception, hasBegun: false, time.GetUtcNow());
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            // The last three are how JsonElement says that a value is of another kind.
            throw new ModelException(ModelFailure.Unreadable, "The embedding server did not answer in the form of embeddings.", exception);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // The HTTP client belongs to its factory.
    }

    // {"model":"text-embedding-3-small","input":["…","…"],"dimensions":512}. No encoding_format: numbers are what every server can write.
    private BinaryData Write(IReadOnlyList<string> texts, EmbeddingGenerationOptions? options)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("model", options?.ModelId ?? model);
            json.WriteStartArray("input");
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
            if ((options?.Dimensions ?? dimensions) is { } length)
            {
                json.WriteNumber("dimensions", length);
            }

            json.WriteEndObject();
        }

        return BinaryData.FromBytes(buffer.ToArray());
    }
}
