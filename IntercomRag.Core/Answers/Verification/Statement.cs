using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>What a passage says in one place: a sentence, an item, a cell of a table with the names of its row and column.</summary>
/// <param name="Start">In <see cref="Chunk.Text"/>.</param>
/// <param name="Length">Of the sentence, item or row.</param>
/// <param name="Text">All its words, as <see cref="PlainText.Of"/> gives them.</param>
/// <param name="Clauses">At least one.</param>
/// <param name="Parts">The same, cut further: see <see cref="ClauseReader.ReadParts"/>.</param>
/// <param name="Around">What stands above it: title, headings, names of columns, the line that introduces a list, the sentence before.</param>
internal sealed record Statement(
    PassageHit Passage, int Start, int Length, string Text, IReadOnlyList<Clause> Clauses, IReadOnlyList<Clause> Parts, IReadOnlyList<Notion> Around, string AroundText)
{
    public IReadOnlyList<Notion> Notions { get; } = [.. Clauses.SelectMany(clause => clause.Notions)];

    /// <summary>Name of its column; null for what is no cell.</summary>
    public string? Column { get; init; }

    /// <summary>Whether the other is a cell of the same row, or the same.</summary>
    public bool IsBeside(Statement other) => Start == other.Start && Passage.Chunk == other.Passage.Chunk;

    public Signs Signs { get; } = Signs.Of(PlainText.Folded(Text));

    public IReadOnlySet<(int Pair, bool First)> Sides { get; } = Opposites.Of(PlainText.Folded($"{Text} {AroundText}"));

    public IReadOnlyList<string> Names { get; } = [.. Clauses.SelectMany(clause => clause.Names)];
}
