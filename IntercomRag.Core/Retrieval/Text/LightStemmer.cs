namespace IntercomRag.Core.Retrieval.Text;

/// <summary>
/// Cuts the endings that number, gender and the commonest verb forms give to French and English words. It joins too little rather than
/// too much: a stem that unites two subjects costs a wrong answer, one that misses a form costs a rank.
/// </summary>
internal static class LightStemmer
{
    // Longest first. What is left must keep four letters, so that short words stay themselves. The English -ing and -ed and the French
    // infinitive and participle endings fold "cancelling", "cancelled", "cancel" and "annuler", "annulé", "annulée" together.
    private static readonly string[] Endings =
    [
        "issements", "issement", "ements", "ement", "ations", "ation", "ateurs", "ateur", "atrice", "ments", "ment", "ables", "able",
        "ings", "ing", "ees", "ers", "ies", "ions", "ion", "ant", "ee", "ed", "er", "ez", "es", "ie", "ai", "e", "s", "y",
    ];

    public static string Stem(string word)
    {
        if (word.Length <= 4 || !word.All(char.IsAsciiLetter))
        {
            // "prix", "sms", "2fa": only a plural s goes.
            return word.Length == 4 && word[^1] == 's' && word[^2] != 's' && word.All(char.IsAsciiLetter) ? word[..3] : word;
        }

        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return Undouble(word[..^ending.Length]);
            }
        }

        return Undouble(word);
    }

    // "cancelled" and "cancel", "annulle" and "annule", "travaux" stays.
    private static string Undouble(string stem) =>
        stem.Length > 4 && stem[^1] == stem[^2] && stem[^1] is not ('a' or 'e' or 'i' or 'o' or 'u') ? stem[..^1] : stem;
}
