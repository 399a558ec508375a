using IntercomRag.Core.Knowledge.Text;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Quoting;

/// <summary>A quotation in the making: which units of the article it takes.</summary>
/// <param name="scores">Of the units: which neighbour is the better one.</param>
/// <param name="relevance">How much of the question each unit has.</param>
/// <param name="asked">Analysed words that are asked now.</param>
internal sealed class Quotation(ArticleUnits article, IReadOnlyList<double> scores, IReadOnlyList<double> relevance, IReadOnlyCollection<string> asked)
{
    private readonly SortedSet<int> _chosen = [];

    public bool Has(int unit) => _chosen.Contains(unit);

    /// <summary>Takes the best unit with all that belongs to it, or the most of it that fits.</summary>
    public void Start(int unit)
    {
        var whole = Belongings.Of(article, unit, relevance);
        if (!TryTake(whole, Quoter.Longest))
        {
            // Of steps that are too long together, those from the first on; of anything else, the unit and its introduction.
            var part = whole.Any(belonging => article.Units[belonging].Step is not null) ? whole : Belongings.Introduced(article, unit);
            foreach (var belonging in part)
            {
                if (!TryTake([belonging], Quoter.Longest))
                {
                    break;
                }
            }
        }

        if (_chosen.Count == 0)
        {
            _chosen.Add(unit);
        }
    }

    /// <summary>Takes a further unit with all that belongs to it, when that fits.</summary>
    public bool Start(int unit, int longest) => TryTake(Belongings.Of(article, unit, relevance), longest);

    /// <summary>Takes what stands around a unit, the better neighbour first, as long as it fits.</summary>
    public void Grow(int unit, int longest)
    {
        var (first, last) = (unit, unit);
        while (true)
        {
            first = Edge(first, -1);
            last = Edge(last, 1);
            var neighbours = new[] { article.Neighbour(last, 1), article.Neighbour(first, -1) }.OfType<int>().OrderByDescending(neighbour => scores[neighbour]);
            if (!neighbours.Any(neighbour => TryTake(Belongings.Of(article, neighbour, relevance), LimitOf(neighbour))))
            {
                return;
            }
        }

        // Half a list is worse than a long one.
        int LimitOf(int neighbour) => article.Units[neighbour].Kind == BlockKind.List ? Quoter.Longest : longest;

        int Edge(int from, int step)
        {
            while (article.Neighbour(from, step) is { } next && Has(next))
            {
                from = next;
            }

            return from;
        }
    }

    /// <summary>Leaves out an "as follows:" that nothing follows.</summary>
    public void Tidy()
    {
        foreach (var unit in _chosen.Where(unit => article.Units[unit].Announces).ToList())
        {
            if (!IsFollowed(unit) && _chosen.Count > 1)
            {
                _chosen.Remove(unit);
            }
        }
    }

    private bool IsFollowed(int announcement) =>
        article.Neighbour(announcement, 1) is { } next
        && (Has(next) || TryTake(Belongings.Of(article, next, relevance), Quoter.Longest) || TryTake([next], Quoter.Longest));

    /// <summary>The blocks in the order of the article, under their heading where it says what they do not.</summary>
    public IReadOnlyList<AnswerBlock> Blocks()
    {
        var blocks = Blocks(_chosen);
        var length = blocks.Sum(block => block.Text.Text.Length);
        var sections = _chosen.GroupBy(unit => article.Units[unit].Section).ToList();
        var at = 0;
        foreach (var section in sections)
        {
            if (HeadingOf(section.Key) is { } heading && length + heading.Length <= Quoter.Longest && (sections.Count > 1 || Explains(heading, section)))
            {
                blocks.Insert(at++, new AnswerBlock(new TextBlock(BlockKind.Heading, [heading]), article.Units[section.First()].Source));
                length += heading.Length;
            }

            at += Blocks(section).Count;
        }

        return blocks;
    }

    private string? HeadingOf(int section) =>
        article.Sections[section] is [.., var heading] && TextAnalyzer.Fold(heading) != TextAnalyzer.Fold(article.Units[0].Source.Article.Title) ? heading : null;

    // "Within five days." answers "how long does a refund take?" only under "Refunds".
    private bool Explains(string heading, IEnumerable<int> section)
    {
        var words = TextAnalyzer.Analyze(heading).ToHashSet(StringComparer.Ordinal);
        return asked.Any(word => words.Contains(word) && !section.Any(unit => article.Units[unit].Words.Contains(word)));
    }

    private bool TryTake(IReadOnlyCollection<int> units, int longest)
    {
        var with = new SortedSet<int>(_chosen.Concat(units));
        if (with.Count == _chosen.Count || Blocks(with).Sum(block => block.Text.Text.Length) > longest)
        {
            return false;
        }

        _chosen.UnionWith(units);
        return true;
    }

    private List<AnswerBlock> Blocks(IEnumerable<int> chosen)
    {
        var blocks = new List<AnswerBlock>();
        var run = new List<int>();
        foreach (var unit in chosen)
        {
            if (run.Count > 0 && !Joins(run[^1], unit))
            {
                blocks.Add(Block(run));
                run = [];
            }

            run.Add(unit);
        }

        blocks.Add(Block(run));
        return blocks;
    }

    // Sentences with others between them left out are paragraphs of their own, so that each stands in its passage as it is.
    private bool Joins(int unit, int next) =>
        article.Units[unit].Block == article.Units[next].Block && (next == unit + 1 || article.Units[unit].Kind is BlockKind.List or BlockKind.Table);

    private AnswerBlock Block(List<int> run)
    {
        var units = run.Select(unit => article.Units[unit]).ToList();
        var first = units[0];
        List<string> lines = first.Kind switch
        {
            BlockKind.Paragraph => [string.Join(' ', units.Select(unit => unit.Text))],
            BlockKind.Table when article.HeaderOf(first) != first.Text => [article.HeaderOf(first), .. units.SelectMany(unit => unit.Lines)],
            _ => [.. units.SelectMany(unit => unit.Lines)],
        };
        return new AnswerBlock(new TextBlock(first.Kind, lines), first.Source);
    }
}
