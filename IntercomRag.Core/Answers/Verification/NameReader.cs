using System.Text.RegularExpressions;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>
/// Finds what must stand in the article letter by letter: menu paths (<c>Settings &gt; Billing</c>), quoted words, codes (<c>TD-201</c>, <c>first_name</c>), e-mail and web
/// addresses, words with a capital inside a sentence, days and months.
/// </summary>
internal static partial class NameReader
{
    /// <param name="plain">As <see cref="PlainText.Of"/> gives it, without a list mark.</param>
    /// <returns>Folded what may be written in more than one way; a word with a capital as it stands.</returns>
    /// <param name="startsSentence">Its first word has a capital in any case.</param>
    public static IReadOnlyList<string> Read(string plain, bool startsSentence)
    {
        var names = new List<string>();
        var rest = Path().Replace(plain, match => Take(PathEdge().Replace(match.Value, ""), " > "));
        rest = Quoted().Replace(rest, match => Take(match.Groups["text"].Value, " \" "));
        rest = Address().Replace(rest, match => Take(match.Value.TrimEnd('.', ',', ';', ':', '!', '?'), " "));
        rest = Code().Replace(rest, match => Take(match.Value, " "));
        foreach (Match match in Word().Matches(rest))
        {
            var folded = TextAnalyzer.Fold(match.Groups["word"].Value);
            if (Calendar.Of(folded) is { } day)
            {
                names.Add(day);
            }
            else if ((match.Groups["inside"].Success || (!startsSentence && match.Index == 0 && char.IsUpper(rest[0]))) && !StopWords.Contains(folded))
            {
                names.Add(match.Groups["word"].Value);
            }
        }

        return [.. names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

        string Take(string name, string left)
        {
            names.Add(PlainText.Folded(name));
            return left;
        }
    }

    // A step begins with a capital or a sign such as ⋯; of the last one only the first word is sure: "Settings > My team > Invite and …".
    [GeneratedRegex(@"[\p{Lu}⋯][\p{L}\p{N}'⋯-]*(?: \p{Ll}[\p{L}\p{N}'-]*){0,3}(?: > [\p{Lu}⋯][\p{L}\p{N}'⋯-]*(?: \p{Ll}[\p{L}\p{N}'-]*){0,3}(?= >))*(?: > [\p{Lu}⋯][\p{L}\p{N}'⋯-]*)")]
    private static partial Regex Path();

    [GeneratedRegex(@"^(?:Go to|Open|Under|In|Ouvrez|Allez dans|Dans|Sous) ")]
    private static partial Regex PathEdge();

    [GeneratedRegex("\" ?(?<text>[^\"]{1,80}?) ?\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|\b(?:https?://|www\.)\S+|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:/\S*)?")]
    private static partial Regex Address();

    // A digit and a letter, an underscore, capitals in a row, or a number with several points.
    [GeneratedRegex(@"\b(?=[\w-]*\p{L})(?=[\w-]*\d)(?!\d+(?:h\d*|e|er|re|st|nd|rd|th|am|pm|px|mo|go|mb|gb|min)\b)\w+(?:-\w+)*\b|\b\w+_\w*|\b\p{Lu}{2,}(?:-\w+)*\b|\b\d+(?:\.\d+){2,}\b", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<inside>(?<=[\p{L}\p{N},)'/-] |[\p{L}]'|\()(?=\p{Lu}))?(?<word>\p{L}[\p{L}\p{M}]*(?:-\p{L}+)*)")]
    private static partial Regex Word();
}
