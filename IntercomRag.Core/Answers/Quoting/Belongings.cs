using IntercomRag.Core.Knowledge.Text;

namespace IntercomRag.Core.Answers.Quoting;

/// <summary>What a unit of an article is nothing without.</summary>
internal static class Belongings
{
    /// <summary>Blocks between two steps, such as a note or a sample: the numbers behind them go on.</summary>
    private const int BetweenSteps = 3;

    /// <summary>Sentences before one that points back which are followed back at most.</summary>
    private const int MostBack = 2;

    /// <summary>Rows of a table that are quoted when none of them stands out.</summary>
    private const int SmallTable = 7;

    /// <summary>The unit with all that belongs to it, in the order of the article.</summary>
    public static IReadOnlyList<int> Of(ArticleUnits article, int unit, IReadOnlyList<double> scores)
    {
        var kind = article.Units[unit].Kind;
        var whole = kind switch
        {
            BlockKind.List => Steps(article, unit),
            BlockKind.Table => Rows(article, unit, scores),
            _ when article.Units[unit].Announces && article.Neighbour(unit, 1) is { } next => [unit, .. Of(article, next, scores)],
            _ => [unit],
        };
        return [.. Before(article, whole[0]), .. whole];
    }

    /// <summary>The unit after the line that introduces its list or table.</summary>
    public static IReadOnlyList<int> Introduced(ArticleUnits article, int unit)
    {
        var first = unit;
        while (article.Units[unit].Kind is BlockKind.List or BlockKind.Table && article.Neighbour(first, -1) is { } before && SameBlock(article, before, unit))
        {
            first = before;
        }

        return first == unit ? [.. Before(article, unit), unit] : [.. Before(article, first), unit];
    }

    // "To do so:" stands before its steps, and "This takes two days." behind what takes them.
    private static List<int> Before(ArticleUnits article, int unit)
    {
        var before = new List<int>();
        var first = unit;
        while (before.Count < MostBack && article.Neighbour(first, -1) is { } previous
            && (IsIntroducedBy(article, first, previous) || PointsBack(article.Units[first])))
        {
            before.Insert(0, previous);
            first = previous;
        }

        return before;
    }

    private static bool IsIntroducedBy(ArticleUnits article, int unit, int previous) =>
        article.Units[previous].Announces && article.Units[unit].Block != article.Units[previous].Block;

    private static bool PointsBack(Unit unit) => unit.Kind == BlockKind.Paragraph && DanglingStart.Is(unit.Text);

    private static bool SameBlock(ArticleUnits article, int one, int other) => article.Units[one].Block == article.Units[other].Block;

    // All items of the list; of numbered steps also those that a note, a sample or the end of a passage cut off.
    private static List<int> Steps(ArticleUnits article, int unit)
    {
        var (first, last) = (unit, unit);
        while (Next(first, -1) is { } before)
        {
            first = before;
        }

        while (Next(last, 1) is { } after)
        {
            last = after;
        }

        return [.. Enumerable.Range(first, last - first + 1)];

        int? Next(int from, int step)
        {
            var between = 0;
            for (var next = article.Neighbour(from, step); next is { } i && between <= BetweenSteps; next = article.Neighbour(i, step))
            {
                if (SameBlock(article, from, i) || (article.Units[from].Step is { } number && article.Units[i].Step == number + step))
                {
                    return i;
                }

                if (article.Units[i].Step is not null)
                {
                    return null;
                }

                between++;
            }

            return null;
        }
    }

    // The rows that have as much of the question as the best one; the first few when they do not differ.
    private static List<int> Rows(ArticleUnits article, int unit, IReadOnlyList<double> scores)
    {
        var rows = Enumerable.Range(0, article.Units.Count).Where(other => SameBlock(article, other, unit)).ToList();
        var best = rows.Max(row => scores[row]);
        return [.. rows.Where(row => scores[row] >= best - 1e-9).Take(SmallTable)];
    }
}
