using System.Runtime.CompilerServices;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>
/// Checks one sentence against the passages that it names, and no others. Pure: no model, no clock, no network. What it checks and how well it does
/// stands in <c>docs/answers.md</c>.
/// </summary>
public sealed class SentenceVerifier(Wording wording)
{
    private readonly ClauseReader _clauses = new(wording);
    private readonly StatementReader _statements = new(wording);
    private readonly ConditionalWeakTable<PassageHit, IReadOnlyList<Statement>> _read = [];

    /// <summary>Whether a text only connects others: "Here is how:", « Voici comment faire : ».</summary>
    public bool SaysNothing(string sentence) =>
        _clauses.Read(sentence, isAnswer: true).All(clause => clause.Notions.Count == 0 && clause.Figures.Count == 0 && clause.Names.Count == 0 && !clause.Signs.IsNegated);

    /// <param name="sentence">Without a list mark.</param>
    public SentenceVerdict Verify(string sentence, IReadOnlyList<PassageHit> passages)
    {
        if (passages.Count == 0)
        {
            return SentenceVerdict.Cut(Unsupported.NoPassage);
        }

        var ground = new Ground([.. passages.SelectMany(passage => _read.GetValue(passage, _statements.Read))]);
        var parts = _clauses.ReadParts(sentence, isAnswer: true);
        var alignment = parts.Select(part => ground.Align(part, parts, statement => statement.Parts)).ToList();
        foreach (var (part, places) in parts.Zip(alignment))
        {
            if (FigureCheck.Fails(part, places, ground) is { } number)
            {
                return SentenceVerdict.Cut(number);
            }

            if (NameCheck.Fails(part, places, ground) is { } name)
            {
                return SentenceVerdict.Cut(name);
            }
        }

        var clauses = _clauses.Read(sentence, isAnswer: true);
        foreach (var clause in clauses)
        {
            if (SignCheck.Fails(clause, ground.Align(clause, clauses, statement => statement.Clauses)) is { } sign)
            {
                return SentenceVerdict.Cut(sign);
            }
        }

        return CoverageCheck.Supporting(parts, alignment) is { } support
            ? new SentenceVerdict(null, [.. support.Select(statement => new Citation(statement.Passage, statement.Start, statement.Start + statement.Length)).Distinct()])
            : SentenceVerdict.Cut(Unsupported.Added);
    }
}
