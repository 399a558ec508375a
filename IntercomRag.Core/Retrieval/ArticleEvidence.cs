using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Retrieval;

/// <summary>An article and its passages that match.</summary>
/// <param name="Passages">Best first; at least one.</param>
/// <param name="Score">What it is ranked by; comparable within one search only.</param>
public sealed record ArticleEvidence(ArticleCard Article, IReadOnlyList<PassageHit> Passages, double Score);
