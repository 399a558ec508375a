using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Answers;

/// <param name="Text">In the block form of <see cref="Chunk.Text"/>.</param>
/// <param name="Source">The passage that supports every sentence of the block.</param>
public sealed record AnswerBlock(TextBlock Text, PassageHit Source);
