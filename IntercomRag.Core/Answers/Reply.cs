using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Answers;

/// <summary>What the customer will read.</summary>
/// <param name="Options">Buttons under the message; empty for none.</param>
/// <param name="Articles">Articles that it rests on.</param>
/// <param name="Answer">What it says from the articles, passage by passage; null when it asks, offers or thanks.</param>
public sealed record Reply(
    string Html, IReadOnlyList<QuickReplyOption> Options, IReadOnlyList<ArticleKey> Articles, CheckedAnswer? Answer = null)
{
    /// <summary>It is for the team to read, and not for the customer.</summary>
    public bool IsSuggestion { get; init; }
}
