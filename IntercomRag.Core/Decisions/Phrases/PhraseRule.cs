namespace IntercomRag.Core.Decisions.Phrases;

/// <summary>One signal's phrases in one language.</summary>
/// <param name="Phrases">Any of them gives the signal…</param>
/// <param name="Unless">…unless one of these stands in the same sentence.</param>
public sealed record PhraseRule(IReadOnlyList<PhrasePattern> Phrases, IReadOnlyList<PhrasePattern> Unless)
{
    /// <summary>The phrase that matched, or null.</summary>
    public PhrasePattern? Match(IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        foreach (var sentence in sentences)
        {
            if (Phrases.FirstOrDefault(phrase => phrase.IsMatch(sentence)) is { } phrase && !Unless.Any(unless => unless.IsMatch(sentence)))
            {
                return phrase;
            }
        }

        return null;
    }
}
