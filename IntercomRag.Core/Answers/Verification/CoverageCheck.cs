namespace IntercomRag.Core.Answers.Verification;

/// <summary>What a sentence says must stand in few statements of its passages; a clause that none of them has was added.</summary>
internal static class CoverageCheck
{
    /// <summary>Share of a sentence's notions that its statements must say.</summary>
    private const double LeastOfSentence = 0.6;

    /// <summary>The same for one clause that has something of its own to say.</summary>
    private const double LeastOfClause = 0.5;

    /// <summary>The statements that say it; null when they do not.</summary>
    public static IReadOnlyList<Statement>? Supporting(IReadOnlyList<Clause> clauses, IReadOnlyList<IReadOnlyList<Place>> alignment)
    {
        var statements = alignment.Where(places => places.Count > 0 && places[0].Likeness > 0).Select(places => places[0].Statement).Distinct().ToList();
        var (all, said) = (0, 0);
        foreach (var clause in clauses)
        {
            var (own, covered) = (0, 0);
            foreach (var notion in clause.Notions.DistinctBy(notion => notion.Stem))
            {
                own++;
                if (statements.Exists(statement => Ground.Says(statement.Notions, notion) || Ground.Says(statement.Around, notion)))
                {
                    covered++;
                }
            }

            if (covered < own * LeastOfClause)
            {
                return null;
            }

            all += own;
            said += covered;
        }

        return said >= all * LeastOfSentence ? statements : null;
    }
}
