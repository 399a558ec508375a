using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Embeddings;

/// <summary>The meaning of a question, to compare articles with.</summary>
/// <param name="weight"><see cref="QueryEmbeddingOptions.Weight"/>.</param>
public sealed class Meaning(LiveVectorIndex vectors, EmbeddingSpace space, ReadOnlyMemory<float> query, double weight)
{
    /// <summary>What a standard deviation of similarity tells about an article, as a logarithm of odds.</summary>
    public double Weight => weight;

    /// <summary>How near the articles of a language are; those without a vector are missing.</summary>
    public IReadOnlyList<ArticleSimilarity> Compare(string language, IReadOnlyCollection<Audience> audiences) =>
        vectors.Search(space, query.Span, language, audiences);
}
