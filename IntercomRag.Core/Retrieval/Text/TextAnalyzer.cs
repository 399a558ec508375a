using System.Globalization;
using System.Text;

namespace IntercomRag.Core.Retrieval.Text;

/// <summary>
/// Turns text into the terms that the index stores and queries are made of: words without case and accents, without elided articles,
/// reduced to a stem. Both sides must use the same analysis, or nothing is found.
/// </summary>
/// <remarks>
/// French and English words are reduced by the same light rules, whatever the text's language is said to be: customers mix the two, and a
/// wrong language tag must not hide an article. The index stores the text of articles, not their terms: a changed rule holds from the next start.
/// </remarks>
public static class TextAnalyzer
{
    /// <summary>The words of a text, in its order.</summary>
    public static IEnumerable<Token> Tokenize(string text) =>
        Words(text).Select(word => new Token(word, LightStemmer.Stem(word), StopWords.Contains(word)));

    /// <summary>Terms in the order of the text, repetitions kept.</summary>
    public static IReadOnlyList<string> Analyze(string text) => [.. Words(text).Select(LightStemmer.Stem)];

    /// <summary>
    /// Terms of a query: as <see cref="Analyze"/>, without stop words, each once. When a message consists of stop words alone, they are kept.
    /// </summary>
    public static IReadOnlyList<string> AnalyzeQuery(string text)
    {
        var words = Words(text).ToList();
        var informative = words.Where(word => !StopWords.Contains(word)).ToList();
        return [.. (informative.Count > 0 ? informative : words).Select(LightStemmer.Stem).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Folded words: <c>L'abonnement d'été, l'e-mail, le Wi-Fi</c> gives <c>abonnement</c>, <c>ete</c>, <c>email</c>, <c>mail</c>, <c>le</c>,
    /// <c>wifi</c>, <c>wi</c>, <c>fi</c>.
    /// </summary>
    public static IEnumerable<string> Words(string text)
    {
        var folded = Fold(text);
        var start = 0;
        while (start < folded.Length)
        {
            if (!char.IsLetterOrDigit(folded[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < folded.Length && (char.IsLetterOrDigit(folded[end]) || (IsJoiner(folded[end]) && IsInsideWord(folded, end))))
            {
                end++;
            }

            foreach (var word in Split(folded[start..end]))
            {
                yield return word;
            }

            start = end;
        }
    }

    /// <summary>Lower case, without diacritics, typographic apostrophes and hyphens made plain, ligatures written out.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            _ = c switch
            {
                '’' or '‘' or 'ʼ' or '`' or '´' => folded.Append('\''),
                '‐' or '‑' or '–' or '—' => folded.Append('-'),
                'œ' or 'Œ' => folded.Append("oe"),
                'æ' or 'Æ' => folded.Append("ae"),
                'ß' => folded.Append("ss"),
                _ => folded.Append(char.ToLowerInvariant(c)),
            };
        }

        return folded.ToString();
    }

    // Half a surrogate pair, which a cut-off text can end in, is an error to Normalize.
    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    i++;
                    continue;
                }

                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }

    private static bool IsJoiner(char c) => c is '\'' or '-' or '.' or '@' or '_';

    private static bool IsInsideWord(string text, int index) =>
        index > 0 && index + 1 < text.Length && char.IsLetterOrDigit(text[index - 1]) && char.IsLetterOrDigit(text[index + 1]);

    private static IEnumerable<string> Split(string token)
    {
        // An address is one word: its parts say nothing on their own.
        if (token.Contains('@', StringComparison.Ordinal))
        {
            yield return token;
            yield break;
        }

        var pieces = token.Split('\'', StringSplitOptions.RemoveEmptyEntries);
        foreach (var piece in pieces)
        {
            // "l'", "d'", "qu'" and "'s", "'t" carry nothing; "aujourd'hui" keeps its long parts.
            if (pieces.Length > 1 && (piece.Length <= 1 || Elisions.Contains(piece)))
            {
                continue;
            }

            foreach (var word in SplitCompound(piece))
            {
                yield return word;
            }
        }
    }

    // "wi-fi", "e-mail", "2.1": also found when the other side writes it as one word. Its single letters say nothing alone.
    private static IEnumerable<string> SplitCompound(string piece)
    {
        var parts = piece.Split(['-', '.', '_'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1)
        {
            yield return parts[0];
            yield break;
        }

        yield return string.Concat(parts);
        foreach (var part in parts)
        {
            if (part.Length > 1 || char.IsDigit(part[0]))
            {
                yield return part;
            }
        }
    }

    private static readonly HashSet<string> Elisions = ["qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "ll", "re", "ve", "don", "doesn", "didn", "isn", "aren", "wasn", "won", "couldn", "shouldn", "wouldn", "hasn", "haven"];
}
