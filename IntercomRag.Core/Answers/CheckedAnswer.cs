using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Answers;

/// <summary>An answer that may be sent.</summary>
/// <param name="Links">Published articles with an address, best first.</param>
public sealed record CheckedAnswer(IReadOnlyList<AnswerBlock> Blocks, IReadOnlyList<ArticleCard> Links);
