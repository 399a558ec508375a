namespace IntercomRag.Eval.Results;

/// <param name="Id"><c>article/locale#ordinal</c>.</param>
/// <param name="ArticleId">Without the locale, as gold labels name it.</param>
/// <param name="Score">Of the passage in the search.</param>
/// <param name="ArticleScore">What its article is ranked by.</param>
/// <param name="IsRight">The gold label names its article.</param>
/// <param name="IsCited">The reply rests on it.</param>
/// <param name="Title">Of the article; null when text was not captured.</param>
/// <param name="Text">Its beginning; null when text was not captured, and in a stored baseline.</param>
public sealed record PassageResult(
    string Id, string ArticleId, double Score, double ArticleScore, bool IsRight, bool IsCited, string? Title, string? Text);
