using IntercomRag.Core.Answers;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Text;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>
/// The selection that the answerer began with, kept as a mark to compare with: the section of the best passage that has the most of the
/// question's words, whole when it is short enough, else its best block and what follows.
/// </summary>
internal static class WholeSectionSelector
{
    /// <summary>Characters of a quotation. Six to eight lines in the Messenger's narrow window; beyond that people stop reading.</summary>
    public const int Longest = 700;

    /// <summary>Rows of a table that are quoted whole; of a longer one, only the rows that the question names.</summary>
    private const int SmallTable = 7;

    /// <summary>
    /// Share of the question that a further block must add. Below it, the block repeats what the first one said or touches the question by
    /// a common word.
    /// </summary>
    private const double WorthAdding = 0.15;

    public static IReadOnlyList<TextBlock> Select(Chunk chunk, IReadOnlyDictionary<string, double> terms)
    {
        var section = BestSection([.. TextBlock.Parse(chunk.Text).Where(block => !block.IsImageText)], terms);
        if (section.Sum(block => block.Text.Length) <= Longest)
        {
            return section;
        }

        var chosen = new SortedSet<int>();
        Take(IndexOfBest(section, terms));
        AddWhatIsMissing();
        AddWhatFollows();
        return [.. chosen.Select(i => Shorten(section[i], terms))];

        // "To do so:" is nothing without its steps, and steps start better with the line that introduces them.
        void Take(int index)
        {
            chosen.Add(index);
            if (index > 0 && IsIntroduction(section[index - 1]))
            {
                chosen.Add(index - 1);
            }

            if (IsIntroduction(section[index]) && index + 1 < section.Count)
            {
                chosen.Add(index + 1);
            }
        }

        // "What does the Studio plan cost?": one paragraph speaks of plans and costs, the table below it of Studio.
        void AddWhatIsMissing()
        {
            var covered = Coverage.Of(Text(chosen), terms);
            foreach (var index in Enumerable.Range(0, section.Count).Except(chosen).ToList())
            {
                var with = Coverage.Of(Text(chosen) + '\n' + section[index].Text, terms);
                if (with - covered >= WorthAdding && Fits(index))
                {
                    Take(index);
                    covered = with;
                }
            }
        }

        // What follows belongs to the answer as long as it fits: a second paragraph, the note below the steps.
        void AddWhatFollows()
        {
            for (var next = chosen.Max + 1; next < section.Count && Fits(next); next++)
            {
                chosen.Add(next);
            }
        }

        bool Fits(int index) => Text(chosen.Append(index)).Length <= Longest;

        string Text(IEnumerable<int> indexes) => string.Join('\n', indexes.Select(i => Shorten(section[i], terms).Text));
    }

    private static bool IsIntroduction(TextBlock block) => block.Kind == BlockKind.Paragraph && block.Text.TrimEnd().EndsWith(':');

    private static List<TextBlock> BestSection(IReadOnlyList<TextBlock> blocks, IReadOnlyDictionary<string, double> terms)
    {
        var sections = new List<List<TextBlock>> { new() };
        var headings = new List<string> { "" };
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading)
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
            .Select(i => (Section: sections[i], Score: Score(headings[i], sections[i], terms)))
            .OrderByDescending(candidate => candidate.Score)
            .FirstOrDefault();
        return best.Section ?? [];
    }

    // A heading says what its section is about; the same words in a text may stand there in passing.
    private static double Score(string heading, List<TextBlock> section, IReadOnlyDictionary<string, double> terms) =>
        Coverage.Of(heading + "\n" + string.Join('\n', section.Select(block => block.Text)), terms) + Coverage.Of(heading, terms);

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

    private static TextBlock Shorten(TextBlock block, IReadOnlyDictionary<string, double> terms) =>
        block.Kind switch
        {
            BlockKind.Table when block.Lines.Count > SmallTable => Rows(block, terms),
            BlockKind.Paragraph or BlockKind.Callout when block.Text.Length > Longest => Sentences(block, terms),
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
