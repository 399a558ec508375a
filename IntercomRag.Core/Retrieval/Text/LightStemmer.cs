namespace IntercomRag.Core.Retrieval.Text;

/// <summary>
/// Cuts the endings that number, gender and the commonest verb forms give to French and English words. It joins too little rather than
/// too much: a stem that unites two subjects costs a wrong answer, one that misses a form costs a rank.
/// </summary>
internal static class LightStemmer
{
    // Longest first; a plural beside each singular, so that both leave the same stem. What is left must keep four letters, so that short
    // words stay themselves. The English -ing and -ed and the French infinitive and participle endings fold "cancelling", "cancelled",
    // "cancel" and "annuler", "annulé", "annulée" together.
    private static readonly string[] Endings =
    [
        "issements", "issement", "ements", "atrices", "ement", "ations", "ation", "ateurs", "ateur", "atrice", "ments", "ment", "ables",
        "able", "ings", "ions", "ing", "ion", "ees", "ers", "ies", "ee", "ed", "er", "ez", "es", "ie", "ai", "e", "s", "y",
    ];

    public static string Stem(string word)
    {
        if (word.Length <= 4 || !word.All(char.IsAsciiLetter))
        {
            // "prix", "sms", "2fa": only a plural s goes.
            return word.Length == 4 && word[^1] == 's' && word[^2] != 's' && word.All(char.IsAsciiLetter) ? word[..3] : word;
        }

        var singular = Singular(word);
        foreach (var ending in Endings)
        {
            // "refundable" is a form of "refund"; "comptable" is another subject than "compte".
            var least = ending is "able" or "ables" ? 6 : 4;
            if (singular.Length - ending.Length >= least && singular.EndsWith(ending, StringComparison.Ordinal))
            {
                return Tidy(singular[..^ending.Length]);
            }
        }

        return Tidy(singular);
    }

    // "réseaux" and "réseau", "locaux" and "local".
    private static string Singular(string word) =>
        word.EndsWith("eaux", StringComparison.Ordinal) ? word[..^1]
        : word.Length > 5 && word.EndsWith("aux", StringComparison.Ordinal) ? word[..^2] + "l"
        : word;

    // "modifier", "modifié", "modification" and "modify", "modified": what -ier and -y leave is cut back to the same stem.
    private static string Tidy(string stem) => Undouble(
        stem.Length > 5 && stem.EndsWith("ific", StringComparison.Ordinal) ? stem[..^2]
        : stem.Length > 4 && stem[^1] is 'i' or 'y' ? stem[..^1]
        : stem);

    // "cancelled" and "cancel", "annulle" and "annule", "travaux" stays.
    private static string Undouble(string stem) =>
        stem.Length > 4 && stem[^1] == stem[^2] && stem[^1] is not ('a' or 'e' or 'i' or 'o' or 'u') ? stem[..^1] : stem;
}
