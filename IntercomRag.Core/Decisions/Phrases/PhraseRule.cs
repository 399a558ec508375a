namespace IntercomRag.Core.Decisions.Phrases;

/// <summary>One signal's phrases in one language.</summary>
/// <param name="Phrases">Any of them gives the signal…</param>
/// <param name="Unless">…unless one of these stands in the same sentence.</param>
public sealed record PhraseRule(IReadOnlyList<PhrasePattern> Phrases, IReadOnlyList<PhrasePattern> Unless)
{
    /// <summary>Whether a sentence, as <see cref="PhrasePattern.Tokenize"/> gives it, has one of the phrases.</summary>
    public bool IsMatch(IReadOnlyList<string> sentence) => Phrases.Any(phrase => phrase.IsMatch(sentence));

    /// <summary>Whether the sentence is an exception.</summary>
    public bool IsExcluded(IReadOnlyList<string> sentence) => Unless.Any(unless => unless.IsMatch(sentence));
}
