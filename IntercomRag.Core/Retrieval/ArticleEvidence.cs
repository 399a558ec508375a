using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Retrieval;

/// <summary>An article and its passages that match.</summary>
/// <param name="Passages">Best first; at least one.</param>
/// <param name="Score">Rank score; comparable within one search only.</param>
/// <param name="Confidence">How well title and best passage cover what was asked, in [0, 1].</param>
public sealed record ArticleEvidence(ArticleCard Article, IReadOnlyList<PassageHit> Passages, double Score, double Confidence);
