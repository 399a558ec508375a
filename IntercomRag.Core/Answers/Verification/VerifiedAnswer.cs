namespace IntercomRag.Core.Answers.Verification;

/// <summary>What is left of an answer that a model wrote.</summary>
/// <param name="Sentences">In order.</param>
/// <param name="Cut">Why the others were cut, in their order.</param>
/// <param name="Answers">What is left answers: at least half of what said something.</param>
public sealed record VerifiedAnswer(IReadOnlyList<WrittenSentence> Sentences, IReadOnlyList<Unsupported> Cut, bool Answers);
