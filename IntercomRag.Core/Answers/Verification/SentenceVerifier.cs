using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>
/// Checks one sentence against the passages that it names, and no others. Pure: no model, no clock, no network. What it checks and how well it does
/// stands in <c>docs/answers.md</c>.
/// </summary>
public sealed partial class SentenceVerifier(Wording wording)
{
    private readonly ClauseReader _clauses = new(wording);
    private readonly StatementReader _statements = new(wording);
    private readonly ConditionalWeakTable<PassageHit, IReadOnlyList<Statement>> _read = [];

    /// <summary>Whether a text only connects others: "Here is how:", « Voici comment faire : ».</summary>
    public bool SaysNothing(string sentence) => HasNoContent(sentence) && (sentence.TrimEnd().EndsWith(':') || !IsClaim(sentence));

    private bool HasNoContent(string sentence) =>
        _clauses.Read(sentence, isAnswer: true).All(clause => clause.Notions.Count == 0 && clause.Figures.Count == 0 && clause.Names.Count == 0 && !clause.Signs.IsNegated);

    // "Yes, you can.", « Toujours. »: without a word of its own, and yet an answer that no passage can be laid beside.
    private bool IsClaim(string sentence) =>
        Assent().IsMatch(TextAnalyzer.Fold(sentence)) || _clauses.Read(sentence, isAnswer: true).Any(clause => clause.Signs is { Can: true } or { Must: true } or { Only: true } or { All: true });

    /// <param name="sentence">Without a list mark.</param>
    public SentenceVerdict Verify(string sentence, IReadOnlyList<PassageHit> passages)
    {
        if (passages.Count == 0)
        {
            return SentenceVerdict.Cut(Unsupported.NoPassage);
        }

        if (HasNoContent(sentence))
        {
            return SentenceVerdict.Cut(Unsupported.Added);
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

    [GeneratedRegex(@"^\W*(?:yes|sure|certainly|absolutely|of course|oui|bien sur|tout a fait|absolument|certainement)\b")]
    private static partial Regex Assent();
}
