using IntercomRag.Core.Knowledge.Text;

namespace IntercomRag.Core.Knowledge.Chunking;

/// <summary>Cuts a block that is too long for one passage where it hurts least.</summary>
internal static class BlockCutter
{
    /// <summary>
    /// The block as it is, rendered, when it is no longer than <paramref name="maxLength"/>; else its parts, none longer than
    /// <paramref name="partLength"/>.
    /// </summary>
    public static IEnumerable<string> Cut(Block block, int maxLength, int partLength)
    {
        var whole = block.Render();
        return whole.Length <= maxLength ? [whole]
            : block.Kind is BlockKind.Paragraph or BlockKind.Heading ? TextCutter.Cut(whole, partLength)
            : CutLines(block, partLength);
    }

    private static IEnumerable<string> CutLines(Block block, int maxLength)
    {
        // Repeating the names of the columns makes the rows of a later part understandable.
        var header = block.HasHeaderRow && block.Lines[0].Length <= maxLength / 4 ? block.Lines[0] : null;
        var part = new List<string>();
        foreach (var unit in Units(block, maxLength - (header?.Length + 1 ?? 0)))
        {
            if (part.Count > 0 && block.Render([.. part, .. unit]).Length > maxLength)
            {
                yield return block.Render(part);
                part = header is null ? [] : [header];
            }

            part.AddRange(unit);
        }

        yield return block.Render(part);
    }

    /// <summary>Lines that stay together: a list's item with what is below it, as far as it fits; else a line.</summary>
    private static IEnumerable<List<string>> Units(Block block, int maxLength)
    {
        var lines = block.Lines.SelectMany(line => CutLine(block, line, maxLength)).ToList();
        if (block.Kind != BlockKind.List)
        {
            return lines.Select(line => new List<string> { line });
        }

        var units = new List<List<string>>();
        var length = 0;
        foreach (var line in lines)
        {
            if (units.Count > 0 && line.StartsWith(' ') && length + 1 + line.Length <= maxLength)
            {
                units[^1].Add(line);
                length += 1 + line.Length;
            }
            else
            {
                units.Add([line]);
                length = line.Length;
            }
        }

        return units;
    }

    /// <summary>A line is cut only when it alone is longer than a passage may be.</summary>
    private static IEnumerable<string> CutLine(Block block, string line, int maxLength)
    {
        var room = maxLength - (block.Render([line]).Length - line.Length);
        if (line.Length <= room)
        {
            return [line];
        }

        return block.Kind == BlockKind.Callout
            ? TextCutter.Cut(line[2..], room - 2).Select(part => "> " + part)
            : TextCutter.Cut(line, room);
    }
}
