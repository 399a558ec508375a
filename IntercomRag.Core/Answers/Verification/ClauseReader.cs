using System.Text.RegularExpressions;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>Cuts a sentence into clauses, at its marks and at words that begin another thought.</summary>
internal sealed partial class ClauseReader(Wording wording)
{
    /// <summary>Clauses that may have a verb of their own: what is denied in one is denied of all its subjects.</summary>
    /// <param name="isAnswer">It is a sentence of an answer, not of a passage.</param>
    public IReadOnlyList<Clause> Read(string sentence, bool isAnswer) => Read(Cut(), sentence, isAnswer, isFirst: true);

    /// <summary>The same cut further, at every "and", "or" and "with": what is counted or added in one belongs to no other.</summary>
    /// <param name="isAnswer">It is a sentence of an answer, not of a passage.</param>
    public IReadOnlyList<Clause> ReadParts(string sentence, bool isAnswer) =>
        [.. Cut().Split(PlainText.Of(sentence)).SelectMany((clause, i) => Read(CutFurther(), clause, isAnswer, isFirst: i == 0))];

    /// <summary>A text that says one thing, such as a cell of a table behind the names of its row and column.</summary>
    public Clause ReadWhole(string text) => ReadOne(PlainText.Of(text), isAnswer: false, startsSentence: true);

    private IReadOnlyList<Clause> Read(Regex cut, string sentence, bool isAnswer, bool isFirst) =>
        [.. cut.Split(PlainText.Of(sentence)).Select(part => part.Trim()).Where(part => part.Any(char.IsLetterOrDigit)).Select((part, i) => ReadOne(part, isAnswer, startsSentence: isFirst && i == 0))];

    private Clause ReadOne(string text, bool isAnswer, bool startsSentence)
    {
        var words = TextAnalyzer.Words(text).ToList();
        var folded = PlainText.Folded(text);
        return new Clause(text, wording.Read(words, isAnswer), FigureReader.Read(text), NameReader.Read(text, startsSentence), Signs.Of(folded), Opposites.Of(folded));
    }

    // A short label stays with what it labels: "Orange: no booking".
    [GeneratedRegex(
        @"[;!?]|(?<=\S+ \S+ \S+ \S+ \S+ ?):(?=\s)|,(?=\s)|[.…](?=\s|$)|[()]|\s[-–—]\s"
        + @"|(?<=\s)(?:but|then|while|whereas|unless|if|when|because|so that|mais|puis|ensuite|tandis que|alors que|si|quand|lorsque|parce que|car|sauf si|as long as|tant que)(?=\s)|(?<=\s)s'(?=ils?\s)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Cut();

    [GeneratedRegex(@"(?<=\s)(?:and|or|et|ou|with|avec)(?=\s)(?!(?<=\d (?:and|or|et|ou)) \d)", RegexOptions.IgnoreCase)]
    private static partial Regex CutFurther();
}
