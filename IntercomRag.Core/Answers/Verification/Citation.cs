using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>A place of a passage that supports a sentence.</summary>
/// <param name="Start">Character of <see cref="Chunk.Text"/>, from 0.</param>
/// <param name="End">The character behind the last.</param>
public sealed record Citation(PassageHit Passage, int Start, int End);
