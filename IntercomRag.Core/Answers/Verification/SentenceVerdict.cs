namespace IntercomRag.Core.Answers.Verification;

/// <summary>What the check of one sentence came to.</summary>
/// <param name="Failure">Null for a sentence that may stand.</param>
/// <param name="Support">Where the passages say it; empty for one that says nothing to support.</param>
public sealed record SentenceVerdict(Unsupported? Failure, IReadOnlyList<Citation> Support)
{
    internal static SentenceVerdict Cut(Unsupported failure) => new(failure, []);
}
