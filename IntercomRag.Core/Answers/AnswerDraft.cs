using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Answers;

/// <summary>An answer before it is checked and put into HTML.</summary>
/// <param name="Blocks">What it says, each block with the passage that it rests on.</param>
/// <param name="Links">Articles to link, best first.</param>
public sealed record AnswerDraft(IReadOnlyList<AnswerBlock> Blocks, IReadOnlyList<ArticleKey> Links);
