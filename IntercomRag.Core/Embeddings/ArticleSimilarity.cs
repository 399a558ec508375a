using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Embeddings;

/// <summary>How near an article is to a query.</summary>
/// <param name="Similarity">Cosine of its nearest passage, in [-1, 1]; comparable within one model only.</param>
/// <param name="Ordinal">Position of that passage.</param>
public readonly record struct ArticleSimilarity(ArticleKey Key, float Similarity, int Ordinal);
