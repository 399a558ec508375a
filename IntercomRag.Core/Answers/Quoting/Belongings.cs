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
    /// <param name="relevance">How much of the question each unit has: tells the rows of a table apart.</param>
    public static IReadOnlyList<int> Of(ArticleUnits article, int unit, IReadOnlyList<double> relevance)
    {
        var kind = article.Units[unit].Kind;
        var whole = kind switch
        {
            BlockKind.List => Items(article, unit),
            BlockKind.Table => Rows(article, unit, relevance),
            _ when article.Units[unit].Announces && article.Neighbour(unit, 1) is { } next => [unit, .. article.Units[next].Announces ? [next] : Of(article, next, relevance)],
            _ => [unit],
        };
        return [.. IntroductionOf(article, whole[0]).Concat(whole).Distinct()];
    }

    /// <summary>The unit after what introduces it, or the list that it is an item of.</summary>
    public static IReadOnlyList<int> Introduced(ArticleUnits article, int unit) => [.. IntroductionOf(article, unit), unit];

    private static List<int> IntroductionOf(ArticleUnits article, int unit)
    {
        var first = unit;
        while (article.Units[unit].Kind is BlockKind.List or BlockKind.Table && article.Neighbour(first, -1) is { } before && SameBlock(article, before, unit))
        {
            first = before;
        }

        return Before(article, first);
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

    // All items of the list; of numbered steps also those that a note, a sample or the end of a passage cut off. Items that are no steps stand
    // for themselves when there are too many of them.
    private static List<int> Items(ArticleUnits article, int unit)
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

        var items = Enumerable.Range(first, last - first + 1).ToList();
        return article.Units[unit].Step is null && items.Sum(item => article.Units[item].Text.Length) > Quoter.Longest ? [unit] : items;

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
    private static List<int> Rows(ArticleUnits article, int unit, IReadOnlyList<double> relevance)
    {
        var rows = Enumerable.Range(0, article.Units.Count).Where(other => SameBlock(article, other, unit)).ToList();
        var best = rows.Max(row => relevance[row]);
        return [.. rows.Where(row => relevance[row] >= best - 1e-9).Take(SmallTable)];
    }
}
