namespace IntercomRag.Core.Answers.Verification;

/// <summary>Every name must stand in the passage, and where the passage speaks of the same thing.</summary>
internal static class NameCheck
{
    /// <summary>Share of the best place's relevance that a place with the name must have.</summary>
    private const double Near = 0.62;

    /// <summary>The same for one of several names: "the Owner opens Settings > Billing" brings two places together.</summary>
    private const double NearOfSeveral = 0.3;

    public static Unsupported? Fails(Clause clause, IReadOnlyList<Place> places, Ground ground)
    {
        var least = clause.Names.Count > 1 ? NearOfSeveral : Near;
        var best = places.Select(place => place.Relevance).DefaultIfEmpty().Max();
        foreach (var name in clause.Names)
        {
            var holders = places.Where(place => Holds(place, name)).ToList();
            if (holders.Select(place => place.Relevance).DefaultIfEmpty(-1).Max() < best * least)
            {
                return Unsupported.Name;
            }

            var inClause = holders.Where(place => place.Clause.Names.Contains(name)).ToList();
            var rivals = places.Where(place => place.Clause.Names.Any(other => !clause.Names.Contains(other)) && !Holds(place.Clause, name)).ToList();
            if (inClause.Count == holders.Count && inClause.TrueForAll(holder => rivals.Exists(rival => rival.Statement == holder.Statement && ground.IsNearer(clause, rival, holder))))
            {
                return Unsupported.Name;
            }
        }

        return null;
    }

    private static bool Holds(Place place, string name)
    {
        // A day or month, by its name in both languages.
        if (name.StartsWith('@'))
        {
            return place.Statement.Names.Contains(name);
        }

        var isWord = char.IsUpper(name[0]);
        return ContainsWords(place.Statement.Text, name, isWord) || ContainsWords(place.Statement.AroundText, name, isWord);
    }

    private static bool Holds(Clause clause, string name) => ContainsWords(PlainText.Of(clause.Text), name, char.IsUpper(name[0]));

    private static bool ContainsWords(string plain, string words, bool isWord)
    {
        var text = isWord ? plain : PlainText.Folded(plain);
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
