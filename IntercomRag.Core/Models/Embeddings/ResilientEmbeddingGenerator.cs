using IntercomRag.Core.Models.Resilience;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.Embeddings;

/// <summary>Asks as often and as long as <see cref="ServerPatience"/> allows.</summary>
internal sealed class ResilientEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, ServerPatience patience)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        return patience.RunAsync(token => InnerGenerator.GenerateAsync(texts, options, token), cancellationToken);
    }
}
