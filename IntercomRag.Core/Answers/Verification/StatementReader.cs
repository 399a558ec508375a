using System.Text.RegularExpressions;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Text;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>Reads the statements of a passage.</summary>
internal sealed partial class StatementReader(Wording wording)
{
    /// <summary>Characters of a cell that says one thing; a longer one has sentences of its own.</summary>
    private const int LongestCell = 60;

    private readonly ClauseReader _clauses = new(wording);

    public IReadOnlyList<Statement> Read(PassageHit passage)
    {
        var statements = new List<Statement>();
        var text = passage.Chunk.Text;
        var headings = new List<string> { passage.Article.Title };
        headings.AddRange(passage.Chunk.HeadingPath);
        var (at, heading, introduction) = (0, passage.Chunk.HeadingPath is [.., var last] ? last : null, "");
        foreach (var block in TextBlock.Parse(text).Where(block => !block.IsImageText))
        {
            var isList = block.Kind is BlockKind.List or BlockKind.Table or BlockKind.Code;
            introduction = isList ? introduction : "";
            foreach (var (line, row) in block.Lines.Select((line, row) => (line, row)))
            {
                at = Math.Max(at, text.IndexOf(line, at, StringComparison.Ordinal));
                switch (block.Kind)
                {
                    case BlockKind.Heading:
                        heading = TextBlock.Heading(line) ?? line;
                        headings.Add(heading);
                        break;

                    case BlockKind.Table:
                        ReadRow(line, at, row == 0 && block.Lines.Count > 1 ? null : block.Lines[0]);
                        break;

                    case BlockKind.Code:
                        Add(line, line, at, []);
                        break;

                    case BlockKind.List:
                        ReadSentences(ListItem.Read(line)?.Text ?? line.Trim(), at, line);
                        break;

                    default:
                        ReadSentences(block.Kind == BlockKind.Callout ? line[2..] : line, at, line);
                        break;
                }

                at += line.Length;
            }

            introduction = block.Lines[^1].TrimEnd().EndsWith(':') ? block.Lines[^1] : isList ? "" : introduction;
        }

        return statements;

        void ReadSentences(string content, int start, string line)
        {
            var (from, before) = (start, Label().Match(content).Value);
            foreach (var (sentence, i) in SentenceSplitter.Split(content).Select((sentence, i) => (sentence, i)))
            {
                var found = text.IndexOf(sentence, from, Math.Max(0, Math.Min(line.Length - (from - start), text.Length - from)), StringComparison.Ordinal);
                from = found < 0 ? from : found;

                // "Can I cancel a refund?" – "No. Once confirmed, …": the answer says the question, or its contrary.
                var said = i == 0 && heading?.TrimEnd().EndsWith('?') == true ? $"{heading.TrimEnd(' ', '?')} {sentence}" : sentence;
                heading = null;
                Add(said, sentence, from, [introduction, before]);
                before = sentence;
                from += found < 0 ? 0 : sentence.Length;
            }
        }

        void ReadRow(string line, int start, string? header)
        {
            var cells = line.Split(" | ", StringSplitOptions.TrimEntries);
            var names = header?.Split(" | ", StringSplitOptions.TrimEntries) ?? [];
            if (cells.Length == 1 || header is null)
            {
                Add(string.Join(": ", cells), line, start, names);
                return;
            }

            for (var i = 1; i < cells.Length; i++)
            {
                var name = i < names.Length ? names[i] : "";
                var isLong = cells[i].Length > LongestCell;
                Add($"{cells[0]} {name}{(isLong ? ": " : " ")}{cells[i]}", line, start, [.. names, .. cells], isWhole: !isLong, name);
            }
        }

        void Add(string said, string shown, int start, IReadOnlyList<string> around, bool isWhole = false, string? column = null)
        {
            said = LinkTargets.Without(said);
            if ((isWhole ? [_clauses.ReadWhole(said)] : _clauses.Read(said, isAnswer: false)) is { Count: > 0 } clauses)
            {
                var above = string.Join(" . ", headings.Concat(around));
                statements.Add(new Statement(
                    passage, start, shown.Length, PlainText.Of(said), clauses, isWhole ? clauses : _clauses.ReadParts(said, isAnswer: false), wording.Read([.. TextAnalyzer.Words(above)], isAnswer: false), PlainText.Of(above))
                {
                    Column = column,
                });
            }
        }
    }

    // "Yearly renewal: in full, if you ask within 14 days."
    [GeneratedRegex(@"^\S+(?: \S+){0,4}?(?= ?: )")]
    private static partial Regex Label();
}
