namespace IntercomRag.Core.Knowledge.Text;

/// <summary>A piece of an article that a reader sees as one: the unit that a chunk is made of.</summary>
/// <param name="Lines">At least one, none blank.</param>
/// <param name="HeadingPath">Headings above it, outermost first. Of a heading, those above the heading.</param>
/// <param name="HasHeaderRow">The first row of a table names the columns.</param>
public sealed record Block(BlockKind Kind, IReadOnlyList<string> Lines, IReadOnlyList<string> HeadingPath, bool HasHeaderRow = false)
{
    private const string Fence = "```";

    /// <summary>The block in the form that <see cref="Index.Chunk.Text"/> describes.</summary>
    public string Render() => Render(Lines);

    /// <summary>Some lines of this block, as a block of its own.</summary>
    public string Render(IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        return Kind switch
        {
            BlockKind.Heading => $"{new string('#', HeadingPath.Count + 1)} {text}",
            BlockKind.Code => $"{Fence}\n{text}\n{Fence}",
            _ => text,
        };
    }
}
