using System.Text.RegularExpressions;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>The small words that turn a statement round, in French and English, as far as a clause shows them.</summary>
/// <param name="IsNegated">Something is denied. Clauses that deny twice are rarer than those that deny two things.</param>
/// <param name="Must">Duty: must, required, il faut.</param>
/// <param name="Can">Possibility or permission.</param>
/// <param name="Only">Nobody or nothing else.</param>
/// <param name="All">Without exception.</param>
/// <param name="Some">Not all, or not always.</param>
/// <param name="Single">One and no more.</param>
internal readonly partial record struct Signs(bool IsNegated, bool Must, bool Can, bool Only, bool All, bool Some, bool Single)
{
    public static Signs Of(string folded) => new(
        Negation().IsMatch(Exclusive().Replace(folded, " only ")),
        Duty().IsMatch(folded),
        Ability().IsMatch(folded),
        Exclusive().IsMatch(folded),
        Whole().IsMatch(folded),
        Part().IsMatch(folded),
        One().IsMatch(folded));

    // "ne … que" excludes, it does not deny; "plus" and "personne" deny beside "ne" alone.
    [GeneratedRegex(
        @"\b(?:not|cannot|never|nobody|nothing|none|neither|nor|unable|impossible|no(?! later| more than| less| longer than)|non(?! seulement)|without|sans(?! frais)|jamais|aucune?|rien|pas|ni)\b"
        + @"|n't\b|\b(?:ne |n')(?:\S+ ){1,4}?(?:plus|personne|guere|nul)\b")]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(?:ne |n')(?:(?!pas|plus|jamais|rien|ce)\S+ ){0,4}?(?:qu'|que )|(?<!-)\b(?:only|solely|exclusively|just|nobody else|nothing else|(?<!\bune? )seule?s?|seulement|uniquement|exclusivement)\b")]
    private static partial Regex Exclusive();

    [GeneratedRegex(@"\b(?:une? seule?|one way|only one|single|alone|once|une fois)\b")]
    private static partial Regex One();

    [GeneratedRegex(@"\b(?:must|required?|requires|mandatory|compulsory|obligatory|obligatoires?|doit|doivent|devez|devra|exigee?s?|obligee?s?|il faut)\b")]
    private static partial Regex Duty();

    [GeneratedRegex(@"\b(?:can|may|able|possible|allowed|optional|peut|peuvent|pouvez|pouvoir|facultati(?:f|ve)s?|autorisee?s?|permis(?:e|es)?)\b")]
    private static partial Regex Ability();

    [GeneratedRegex(@"\b(?:all|every|each|always|everyone|everybody|any|both|tous|toutes|toute?|chaque|chacune?|toujours|tout le monde)\b(?! at once)")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(?:some|sometimes|several|certain|certaines?|certains|parfois|quelques|plusieurs|in part|partly|partially|en partie|partiellement)\b")]
    private static partial Regex Part();
}
