namespace IntercomRag.Core.Answers.Verification;

/// <summary>What a sentence says must stand in few statements of its passages; a clause that none of them has was added.</summary>
internal static class CoverageCheck
{
    /// <summary>Share of a sentence's notions that its statements must say.</summary>
    private const double LeastOfSentence = 0.6;

    /// <summary>The same for one clause.</summary>
    private const double LeastOfClause = 0.5;

    /// <summary>What only stands above a statement says half of what the statement says itself, when it is asked whether a clause comes from it.</summary>
    private const double Above = 0.5;

    /// <summary>The statements that say it; null when they do not.</summary>
    public static IReadOnlyList<Statement>? Supporting(IReadOnlyList<Clause> clauses, IReadOnlyList<IReadOnlyList<Place>> alignment)
    {
        var notions = clauses.Select(clause => clause.Notions.DistinctBy(notion => notion.Stem).ToList()).ToList();
        var statements = notions.Zip(alignment)
            .Select(clause => clause.Second.FirstOrDefault(place => place.Likeness > 0 && SaysMost(place.Statement, clause.First))?.Statement)
            .OfType<Statement>()
            .Distinct()
            .ToList();
        var (all, said) = (0, 0);
        foreach (var (clause, hasName) in notions.Zip(clauses.Select(clause => clause.Names.Count > 0)))
        {
            var covered = clause.Count(notion => statements.Exists(statement => Ground.Says(statement.Notions, notion) || Ground.Says(statement.Around, notion)));
            if (covered < clause.Count * LeastOfClause || (clause.Count == 2 && covered < 2 && !hasName))
            {
                return null;
            }

            all += clause.Count;
            said += covered;
        }

        var promised = clauses.SelectMany(clause => clause.Sides).ToHashSet();
        return said >= all * LeastOfSentence && !Opposites.Promises(promised, statements.SelectMany(statement => statement.Sides).ToHashSet()) ? statements : null;
    }

    // One word that two texts share says little about where a clause of three comes from.
    private static bool SaysMost(Statement statement, List<Notion> notions) =>
        2 * notions.Sum(notion => Ground.Says(statement.Notions, notion) ? 1 : Ground.Says(statement.Around, notion) ? Above : 0) > notions.Count;
}
