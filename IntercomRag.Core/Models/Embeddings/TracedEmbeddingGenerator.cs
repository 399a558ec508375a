using IntercomRag.Core.Models.Telemetry;
using Microsoft.Extensions.AI;
using static IntercomRag.Core.Telemetry.TelemetryNames;

namespace IntercomRag.Core.Models.Embeddings;

/// <summary>Writes a span and metrics for each request; never the texts.</summary>
internal sealed class TracedEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> inner, string model, Uri? endpoint, TimeProvider time)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var trace = OperationTrace.Begin(Values.Embeddings, Spans.Embeddings(model), model, endpoint, time);
        try
        {
            var vectors = await InnerGenerator.GenerateAsync(values, options, cancellationToken);
            trace.Answered(vectors.FirstOrDefault()?.ModelId, vectors.Usage);
            trace.Span?.SetTag(Attributes.Dimensions, vectors.FirstOrDefault()?.Dimensions);
            return vectors;
        }
        catch (Exception exception)
        {
            trace.Failed(exception);
            throw;
        }
    }
}
