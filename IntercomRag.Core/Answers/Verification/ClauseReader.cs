using System.Text.RegularExpressions;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>Cuts a sentence into clauses, at its marks and at words that begin another thought.</summary>
internal sealed partial class ClauseReader(Wording wording)
{
    /// <param name="isAnswer">It is a sentence of an answer, not of a passage.</param>
    public IReadOnlyList<Clause> Read(string sentence, bool isAnswer) =>
        [.. Cut().Split(PlainText.Of(sentence)).Select(part => part.Trim()).Where(part => part.Any(char.IsLetterOrDigit)).Select(part => ReadOne(part, isAnswer))];

    private Clause ReadOne(string text, bool isAnswer)
    {
        var words = TextAnalyzer.Words(text).ToList();
        var folded = PlainText.Folded(text);
        return new Clause(text, wording.Read(words, isAnswer), FigureReader.Read(text), NameReader.Read(text), Signs.Of(folded), Opposites.Of(folded));
    }

    // A short label stays with what it labels: "Orange: no booking".
    [GeneratedRegex(
        @"[;!?]|(?<=\S+ \S+ \S+ \S+ \S+ ?):(?=\s)|,(?=\s)|[.…](?=\s|$)|[()]|\s[-–—]\s"
        + @"|(?<=\s)(?:and|but|then|while|whereas|unless|if|when|because|so that|or|et|ou|mais|puis|ensuite|tandis que|alors que|si|quand|lorsque|parce que|car|sauf si|as long as|tant que)(?=\s)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Cut();
}
