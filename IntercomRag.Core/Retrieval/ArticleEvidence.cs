using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Retrieval;

/// <summary>An article and its passages that match.</summary>
/// <param name="Passages">Best first; at least one.</param>
/// <param name="Coverage">How much of what was asked title, headings and best passage contain, in [0, 1].</param>
/// <param name="Score">What it is ranked by; comparable within one search only.</param>
public sealed record ArticleEvidence(ArticleCard Article, IReadOnlyList<PassageHit> Passages, double Coverage, double Score);
