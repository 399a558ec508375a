using IntercomRag.Core.Knowledge.Chunking;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Text;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Quoting;

/// <summary>The passages of an article, put back into their order and cut into what can be quoted.</summary>
internal sealed class ArticleUnits
{
    // A row is quoted under the names of the columns.
    private const int MostOfRow = (Quoter.Longest / 2) - 1;

    private readonly List<Unit> _units = [];
    private readonly List<IReadOnlyList<string>> _sections = [];
    private readonly List<string> _headers = [];

    private ArticleUnits()
    {
    }

    /// <summary>In the order of the article.</summary>
    public IReadOnlyList<Unit> Units => _units;

    /// <summary>Heading path of each section, outermost heading first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sections => _sections;

    public static ArticleUnits Read(IEnumerable<PassageHit> passages)
    {
        var article = new ArticleUnits();
        var expected = 0;
        foreach (var passage in passages.OrderBy(passage => passage.Chunk.Ordinal))
        {
            article.Add(passage, follows: passage.Chunk.Ordinal == expected);
            expected = passage.Chunk.Ordinal + 1;
        }

        return article;
    }

    /// <summary>The first row of a unit's table; it names the columns of all rows.</summary>
    public string HeaderOf(Unit row) => _headers[row.Block];

    /// <summary>The unit before or after, when it stands in the same section.</summary>
    public int? Neighbour(int unit, int step)
    {
        var next = unit + step;
        return next >= 0 && next < _units.Count && _units[next].Section == _units[unit].Section ? next : null;
    }

    private void Add(PassageHit passage, bool follows)
    {
        var path = passage.Chunk.HeadingPath;
        if (!follows || _sections.Count == 0 || !_sections[^1].SequenceEqual(path))
        {
            _sections.Add(path);
        }

        foreach (var block in TextBlock.Parse(passage.Chunk.Text).Where(block => !block.IsImageText))
        {
            if (block.Kind == BlockKind.Heading)
            {
                // "## Refunds" is below the first heading in force.
                var depth = block.Lines[0].TakeWhile(c => c == '#').Count();
                path = [.. path.Take(depth - 1), TextBlock.Heading(block.Lines[0])!];
                _sections.Add(path);
                continue;
            }

            // A row is about its columns too: "Owner | Coach" stands in the header only.
            var shared = block.Kind == BlockKind.Table ? TextAnalyzer.Analyze(block.Lines[0]) : [];
            _units.AddRange(Cut(block).Select(lines => new Unit(
                passage,
                _headers.Count,
                _sections.Count - 1,
                block.Kind,
                lines,
                TextAnalyzer.Analyze(string.Join('\n', lines)).Concat(shared).ToHashSet(StringComparer.Ordinal))));
            _headers.Add(Beginning(block.Lines[0], MostOfRow));
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Cut(TextBlock block) => block.Kind switch
    {
        // Running text without an end for longer than a quotation may be is cut where it hurts least.
        BlockKind.Paragraph => block.Lines.SelectMany(SentenceSplitter.Split).SelectMany(sentence => TextCutter.Cut(sentence, Quoter.Longest)).Select(part => new[] { part }),
        BlockKind.Callout => block.Lines.Select(line => new[] { Beginning(line, Quoter.Longest) }),
        BlockKind.Table => block.Lines.Skip(block.Lines.Count > 1 ? 1 : 0).Select(row => new[] { Beginning(row, MostOfRow) }),
        BlockKind.List => Items(block.Lines).Select(Shorten),
        _ => [Shorten(block.Lines)],
    };

    // The first lines, as many as a quotation can hold.
    private static List<string> Shorten(IReadOnlyList<string> lines)
    {
        List<string> kept = [Beginning(lines[0], Quoter.Longest)];
        var length = kept[0].Length;
        foreach (var line in lines.Skip(1))
        {
            length += 1 + line.Length;
            if (length > Quoter.Longest)
            {
                break;
            }

            kept.Add(line);
        }

        return kept;
    }

    private static string Beginning(string line, int longest) => TextCutter.Cut(line, longest).FirstOrDefault() ?? line;

    private static List<List<string>> Items(IReadOnlyList<string> lines)
    {
        var items = new List<List<string>>();
        foreach (var line in lines)
        {
            if (items.Count > 0 && (line.StartsWith(' ') || ListItem.Read(line) is null))
            {
                items[^1].Add(line);
            }
            else
            {
                items.Add([line]);
            }
        }

        return items;
    }
}
