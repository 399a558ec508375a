namespace IntercomRag.Core.Knowledge.Index;

/// <param name="ArticleCount">Articles in scope.</param>
/// <param name="ArticlesWith">For each asked term, the articles in scope that contain it in title, headings or text.</param>
public sealed record TermStatistics(int ArticleCount, IReadOnlyDictionary<string, int> ArticlesWith);
