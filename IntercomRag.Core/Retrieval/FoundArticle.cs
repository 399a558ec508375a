using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Retrieval;

/// <summary>An article that the words of a conversation point to.</summary>
/// <param name="Probability">That the customer's last message is about it, among all articles.</param>
/// <param name="Passages">Positions of its passages, best first.</param>
internal sealed record FoundArticle(ArticleKey Key, double Probability, IReadOnlyList<(int Ordinal, double Score)> Passages);
