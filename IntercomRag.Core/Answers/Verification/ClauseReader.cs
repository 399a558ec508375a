using System.Text.RegularExpressions;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>Cuts a sentence into clauses, at its marks and at words that begin another thought.</summary>
internal sealed partial class ClauseReader(Wording wording)
{
    public IReadOnlyList<Clause> Read(string sentence) =>
        [.. Cut().Split(PlainText.Of(sentence)).Select(part => part.Trim()).Where(part => part.Any(char.IsLetterOrDigit)).Select(ReadOne)];

    private Clause ReadOne(string text)
    {
        var words = TextAnalyzer.Words(text).ToList();
        var folded = PlainText.Folded(text);
        return new Clause(text, wording.Read(words), FigureReader.Read(text), NameReader.Read(text), Signs.Of(folded), Opposites.Of(words));
    }

    [GeneratedRegex(
        @"[;!?]|:(?=\s)|,(?=\s)|[.…](?=\s|$)|[()]|\s[-–—]\s"
        + @"|(?<=\s)(?:and|but|then|while|whereas|unless|if|when|because|so that|et|mais|puis|ensuite|tandis que|alors que|si|quand|lorsque|parce que|car|sauf si|as long as|tant que)(?=\s)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Cut();
}
