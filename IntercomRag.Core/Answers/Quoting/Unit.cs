using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Text;

namespace IntercomRag.Core.Answers.Quoting;

/// <summary>The least that can be quoted on its own: a sentence, an item of a list with what is below it, a row of a table, a line of a callout, code.</summary>
/// <param name="Block">Number of its block in the article, from 0.</param>
/// <param name="Section">Number of its section in the article, from 0: what stands under the same headings.</param>
/// <param name="Lines">As they stand in the passage.</param>
/// <param name="Words">Analysed.</param>
internal sealed record Unit(PassageHit Source, int Block, int Section, BlockKind Kind, IReadOnlyList<string> Lines, IReadOnlySet<string> Words)
{
    public string Text => string.Join('\n', Lines);

    /// <summary>Says only that something follows: "To do so:", "You need the following documents:".</summary>
    public bool Announces { get; } = Kind is BlockKind.Paragraph or BlockKind.Callout && Lines[^1].AsSpan().TrimEnd().EndsWith(":");

    /// <summary>Number of a step; null for anything else.</summary>
    public int? Step { get; } = Kind == BlockKind.List ? ListItem.Read(Lines[0])?.Number : null;
}
