using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Embeddings;

/// <summary>The vectors of one article.</summary>
/// <param name="Ordinals">Positions of the passages that have one; those that the model has not seen yet are missing.</param>
/// <param name="Values">Their vectors, one after the other, each of length 1.</param>
public sealed record ArticleVectors(ArticleKey Key, Audience Audience, IReadOnlyList<int> Ordinals, ReadOnlyMemory<float> Values);
