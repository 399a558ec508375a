using System.Text;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>The writing that texts are compared in: one kind of space, apostrophe, dash and quotation mark; same length as the original.</summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            plain.Append(c switch
            {
                '\u00A0' or '\u202F' or '\u2009' or '\u2007' or '\t' => ' ',
                '’' or '‘' or 'ʼ' => '\'',
                '−' or '‐' or '‑' or '–' or '—' => '-',
                '“' or '”' or '«' or '»' or '„' => '"',
                '›' or '→' or '＞' => '>',
                _ => c,
            });
        }

        return plain.ToString();
    }

    /// <summary>The same without case, accents and double spaces.</summary>
    public static string Folded(string text) => string.Join(' ', TextAnalyzer.Fold(Of(text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
