using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Telemetry;

/// <summary>
/// The one place where personal data leaves a text: e-mail addresses, phone, card and account (IBAN) numbers, and names of people who are known
/// to take part. What is taken out leaves its kind: <c>[email]</c>, <c>[phone]</c>, <c>[card]</c>, <c>[iban]</c>, <c>[name]</c>.
/// </summary>
public static partial class Redactor
{
    /// <param name="names">Of the people in the conversation; each word of them counts.</param>
    public static string Redact(string text, params IEnumerable<string?> names)
    {
        var redacted = Email().Replace(text, "[email]");
        redacted = Account().Replace(redacted, Hide("[iban]", IsAccount));
        redacted = Card().Replace(redacted, Hide("[card]", IsCard));
        redacted = Phone().Replace(redacted, "[phone]");
        var words = WordsOf(names);
        return words.Count == 0 ? redacted : RedactNames(redacted, words);
    }

    /// <summary>The e-mail addresses and the phone, card and account numbers in a text.</summary>
    public static IEnumerable<string> ContactsIn(string text) =>
    [
        .. Email().Matches(text).Select(match => match.Value),
        .. Account().Matches(text).Select(match => match.Value).Where(IsAccount),
        .. Card().Matches(text).Select(match => match.Value).Where(IsCard),
        .. Phone().Matches(text).Select(match => match.Value),
    ];

    private static MatchEvaluator Hide(string kind, Func<string, bool> isOne) => match => isOne(match.Value) ? kind : match.Value;

    private static HashSet<string> WordsOf(IEnumerable<string?> names) =>
        [.. names.OfType<string>().SelectMany(name => Word().Matches(name)).Select(word => TextAnalyzer.Fold(word.Value)).Where(word => word.Length > 1)];

    // "Will" and "Le" may be part of a name, and begin many sentences: they count beside another word of the name only.
    private static string RedactNames(string text, HashSet<string> names)
    {
        var words = Word().Matches(text);
        var redacted = new StringBuilder(text.Length);
        var copied = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var folded = TextAnalyzer.Fold(words[i].Value);
            if (names.Contains(folded) && (!StopWords.Contains(folded) || IsBeside(i - 1) || IsBeside(i + 1)))
            {
                redacted.Append(text, copied, words[i].Index - copied).Append("[name]");
                copied = words[i].Index + words[i].Length;
            }
        }

        return redacted.Append(text, copied, text.Length - copied).ToString();

        bool IsBeside(int i) =>
            i >= 0 && i < words.Count && TextAnalyzer.Fold(words[i].Value) is var word && names.Contains(word) && !StopWords.Contains(word);
    }

    // The check sum of card numbers (Luhn); order numbers of that length rarely have it.
    private static bool IsCard(string text)
    {
        var sum = 0;
        var digits = text.Where(char.IsAsciiDigit).Reverse().Select(c => c - '0').ToList();
        for (var i = 0; i < digits.Count; i++)
        {
            var doubled = i % 2 == 0 ? digits[i] : digits[i] * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return digits.Count is >= 13 and <= 19 && sum % 10 == 0;
    }

    // FR76 3000 6000 0112 3456 7890 189: country and check digits go to the end, letters become numbers, and the rest by 97 is 1. A number that
    // was mistyped is as personal, so many digits are enough.
    private static bool IsAccount(string text)
    {
        var plain = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        var moved = string.Concat(plain[4..], plain[..4]);
        var number = string.Concat(moved.Select(c => char.IsAsciiDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return BigInteger.Parse(number, CultureInfo.InvariantCulture) % 97 == 1 || plain.Count(char.IsAsciiDigit) >= 14;
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:[A-Z]{2}|[a-z]{2})\d{2}(?:[ -]?(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{2,4}){3,8}(?![A-Za-z0-9])")]
    private static partial Regex Account();

    [GeneratedRegex(@"(?<![\d+])\d(?:[ .-]?\d){12,18}(?!\d)")]
    private static partial Regex Card();

    // +33 6 12 34 56 78, 0033 612345678 · 06 12 34 56 78, 06.12.34.56.78 · (555) 010-2345, 555-010-2345 · 020 7946 0958, 07700 900123
    [GeneratedRegex(
        @"(?<![\w+])(?:\+|00)[1-9](?:[ ().-]{0,2}\d){7,14}(?!\d)"
        + @"|(?<![\w+])0[1-9](?:[ .-]?\d{2}){4}(?!\d)"
        + @"|(?<![\w+])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)"
        + @"|(?<![\w+])0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*")]
    private static partial Regex Word();
}
