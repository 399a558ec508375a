namespace IntercomRag.Core.Knowledge;

/// <param name="TotalPages">As the source counts them now; it may change while pages are being read.</param>
public sealed record ArticlePage(IReadOnlyList<SourceArticle> Articles, int Page, int TotalPages);
