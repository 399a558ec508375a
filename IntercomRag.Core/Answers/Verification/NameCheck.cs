namespace IntercomRag.Core.Answers.Verification;

/// <summary>Every name must stand in the passage, and where the passage speaks of the same thing.</summary>
internal static class NameCheck
{
    /// <summary>Share of the best place's relevance that a place with the name must have.</summary>
    private const double Near = 0.6;

    public static Unsupported? Fails(Clause clause, IReadOnlyList<Place> places, Ground ground)
    {
        foreach (var name in clause.Names)
        {
            var holders = places.Where(place => Holds(place.Statement, name)).ToList();
            if (holders.Count == 0)
            {
                return name.Contains('@', StringComparison.Ordinal) && !name.StartsWith('@') ? Unsupported.PersonalData : Unsupported.Name;
            }

            if (holders[0].Relevance < places[0].Relevance * Near)
            {
                return Unsupported.Name;
            }
        }

        return null;
    }

    private static bool Holds(Statement statement, string name) =>
        name.StartsWith('@')
            ? statement.Names.Contains(name)
            : ContainsWords(statement.Folded, name) || ContainsWords(statement.FoldedAround, name);

    private static bool ContainsWords(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(words[0]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(words[^1])))
            {
                return true;
            }
        }

        return false;
    }
}
