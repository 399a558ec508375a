using System.Globalization;
using System.Text;

namespace IntercomRag.Core.Prompts;

/// <summary>
/// Text from outside as a model may see it: nothing in it that a reader would not see. Instructions have been hidden in zero-width characters,
/// in the tag characters of Unicode, in variation selectors and behind marks that turn the direction of writing.
/// </summary>
public static class CleanText
{
    private const string Cut = "…";

    /// <param name="longest">Characters that are kept.</param>
    /// <returns>One text of lines; "" when nothing visible is left.</returns>
    public static string Of(string text, int longest)
    {
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > longest)
            {
                return clean.ToString().Trim() + Cut;
            }

            if (rune.Value is '\n' || (!IsHidden(rune) && !Rune.IsWhiteSpace(rune)))
            {
                clean.Append(rune.ToString());
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string text, int longest) => Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), longest);

    private static bool IsHidden(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.Surrogate
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
            or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180B or 0x180C or 0x180D or 0x2800 or 0x3164 or 0xFFA0;
}
