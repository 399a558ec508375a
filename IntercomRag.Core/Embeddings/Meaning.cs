using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Embeddings;

/// <summary>The meaning of a question, to compare articles with.</summary>
public sealed class Meaning(LiveVectorIndex vectors, EmbeddingSpace space, ReadOnlyMemory<float> query)
{
    /// <summary>How near the articles of a language are; those without a vector are missing.</summary>
    public IReadOnlyList<ArticleSimilarity> Compare(string language, IReadOnlyCollection<Audience> audiences) =>
        vectors.Search(space, query.Span, language, audiences);
}
