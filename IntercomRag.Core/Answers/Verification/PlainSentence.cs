using System.Text;
using System.Text.RegularExpressions;
using IntercomRag.Core.Prompts;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>A sentence as a customer may read it: without hidden characters, emoji, Markdown and links behind labels.</summary>
internal static partial class PlainSentence
{
    /// <summary>Characters of one sentence; a longer one is a text.</summary>
    private const int Longest = 600;

    public static string Of(string text)
    {
        var line = CleanText.Line(text, Longest);
        line = Link().Replace(line, "${label}");
        line = Emphasis().Replace(line, "");
        line = Heading().Replace(line, "");
        return Spaces().Replace(WithoutPictures(line), " ").Trim();
    }

    private static string WithoutPictures(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Pictographs, dingbats, and what joins or colours them. Signs of menus (⋯ → ✓) stay.
            if (rune.Value is not ((>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x26FF) or (>= 0x2728 and <= 0x27BF) or 0x200D or 0x20E3 or 0x2B50 or 0x2705))
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString();
    }

    // [label](https://…): the label stays; the article itself is linked below the answer.
    [GeneratedRegex(@"!?\[(?<label>[^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    // **bold**, __bold__, `code`; a single * or _ may belong to a name such as first_name.
    [GeneratedRegex(@"\*\*|__|`+|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"^#{1,6} +|^> +")]
    private static partial Regex Heading();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
