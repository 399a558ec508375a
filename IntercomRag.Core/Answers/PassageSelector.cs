using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval;

namespace IntercomRag.Core.Answers;

/// <summary>Chooses the part of a passage that answers: whole blocks, in their order, not more than the customer needs.</summary>
public static class PassageSelector
{
    /// <summary>Characters of a quotation. Six to eight lines in the Messenger's narrow window; beyond that people stop reading.</summary>
    public const int Longest = 700;

    /// <summary>Rows of a table that are quoted whole; of a longer one, only the rows that the question names.</summary>
    private const int SmallTable = 7;

    public static IReadOnlyList<TextBlock> Select(Chunk chunk, IReadOnlyDictionary<string, double> terms)
    {
        var section = BestSection(TextBlock.Parse(chunk.Text), terms);
        if (section.Sum(block => block.Text.Length) <= Longest)
        {
            return section;
        }

        var best = IndexOfBest(section, terms);
        var (first, last) = WithCompanions(section, best);
        var selected = section[first..(last + 1)].Select(block => Shorten(block, terms)).ToList();

        // What follows belongs to the answer as long as it fits: a second paragraph, the note below the steps.
        for (var next = last + 1; next < section.Count && Length(selected) + section[next].Text.Length <= Longest; next++)
        {
            selected.Add(section[next]);
        }

        return selected;
    }

    private static int Length(IEnumerable<TextBlock> blocks) => blocks.Sum(block => block.Text.Length);

    private static List<TextBlock> BestSection(IReadOnlyList<TextBlock> blocks, IReadOnlyDictionary<string, double> terms)
    {
        var sections = new List<List<TextBlock>> { new() };
        var headings = new List<string> { "" };
        foreach (var block in blocks)
        {
            if (block.Kind == TextBlockKind.Heading)
            {
                sections.Add([]);
                headings.Add(block.Text);
            }
            else
            {
                sections[^1].Add(block);
            }
        }

        var best = Enumerable.Range(0, sections.Count)
            .Where(i => sections[i].Count > 0)
            .Select(i => (Section: sections[i], Score: Coverage.Of(headings[i] + "\n" + string.Join('\n', sections[i].Select(block => block.Text)), terms)))
            .OrderByDescending(candidate => candidate.Score)
            .FirstOrDefault();
        return best.Section ?? [];
    }

    private static int IndexOfBest(List<TextBlock> section, IReadOnlyDictionary<string, double> terms)
    {
        var best = 0;
        var bestScore = -1.0;
        for (var i = 0; i < section.Count; i++)
        {
            var score = Coverage.Of(section[i].Text, terms);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    // "To do so:" is nothing without its steps, and steps start better with the line that introduces them.
    private static (int First, int Last) WithCompanions(List<TextBlock> section, int best)
    {
        var first = best > 0 && section[best - 1].IsIntroduction ? best - 1 : best;
        var last = section[best].IsIntroduction && best + 1 < section.Count ? best + 1 : best;
        return (first, last);
    }

    private static TextBlock Shorten(TextBlock block, IReadOnlyDictionary<string, double> terms) =>
        block.Kind switch
        {
            TextBlockKind.Table when block.Lines.Count > SmallTable => Rows(block, terms),
            TextBlockKind.Paragraph or TextBlockKind.Callout when block.Text.Length > Longest => Sentences(block, terms),
            _ => block,
        };

    private static TextBlock Rows(TextBlock table, IReadOnlyDictionary<string, double> terms)
    {
        var scored = table.Lines.Skip(1).Select(row => (Row: row, Score: Coverage.Of(row, terms))).ToList();
        var best = scored.Max(row => row.Score);
        return best <= 0
            ? table with { Lines = [.. table.Lines.Take(SmallTable)] }
            : table with { Lines = [table.Lines[0], .. scored.Where(row => row.Score >= best).Select(row => row.Row).Take(SmallTable)] };
    }

    private static TextBlock Sentences(TextBlock paragraph, IReadOnlyDictionary<string, double> terms)
    {
        var sentences = SentenceSplitter.Split(paragraph.Text);
        var best = sentences.Select((sentence, i) => (i, Score: Coverage.Of(sentence, terms))).MaxBy(candidate => candidate.Score).i;
        var kept = new List<string> { sentences[best] };
        var length = sentences[best].Length;
        for (var next = best + 1; next < sentences.Count && length + sentences[next].Length <= Longest; next++)
        {
            kept.Add(sentences[next]);
            length += sentences[next].Length;
        }

        return paragraph with { Lines = [string.Join(' ', kept)] };
    }
}
