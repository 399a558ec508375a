using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Text;

namespace IntercomRag.Core.Answers;

/// <summary>One block of a <see cref="Chunk.Text"/>.</summary>
/// <param name="Lines">As in the text: list items with their marks, table rows with their bars, code without its fence.</param>
public sealed record TextBlock(BlockKind Kind, IReadOnlyList<string> Lines)
{
    private const string Fence = "```";

    public string Text => string.Join('\n', Lines);

    /// <summary>Only what an image shows, such as <c>[The list of invoices]</c>: found by a search, but no answer.</summary>
    public bool IsImageText => Kind == BlockKind.Paragraph && Lines is [var line] && line.StartsWith('[') && line.EndsWith(']');

    /// <summary>
    /// Reads blocks:
    /// <code>
    /// To change your plan:
    ///
    /// 1. Open Settings &gt; Billing.
    /// 2. Choose a plan.
    ///
    /// Plan | Price
    /// Solo | 29 €
    /// </code>
    /// </summary>
    public static IReadOnlyList<TextBlock> Parse(string text)
    {
        var blocks = new List<TextBlock>();
        var lines = new List<string>();
        var code = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim() == Fence)
            {
                Close();
                code = !code;
            }
            else if (line.Length == 0 && !code)
            {
                Close();
            }
            else
            {
                lines.Add(line);
            }
        }

        Close();
        return blocks;

        void Close()
        {
            if (lines.Count > 0)
            {
                blocks.Add(new TextBlock(code ? BlockKind.Code : KindOf(lines), [.. lines]));
                lines.Clear();
            }
        }
    }

    /// <summary>The text of a heading line such as <c>## Refunds</c>, or null.</summary>
    public static string? Heading(string line)
    {
        var text = line.TrimStart('#');
        return text.Length < line.Length && text.StartsWith(' ') ? text.Trim() : null;
    }

    private static BlockKind KindOf(List<string> lines) =>
        lines switch
        {
            _ when lines is [var line] && Heading(line) is not null => BlockKind.Heading,
            _ when lines.TrueForAll(line => line.StartsWith("> ", StringComparison.Ordinal)) => BlockKind.Callout,
            _ when ListItem.Read(lines[0]) is not null => BlockKind.List,
            _ when lines.TrueForAll(line => line.Contains(" | ", StringComparison.Ordinal)) => BlockKind.Table,
            _ => BlockKind.Paragraph,
        };
}
