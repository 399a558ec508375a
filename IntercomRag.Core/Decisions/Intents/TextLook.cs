namespace IntercomRag.Core.Decisions.Intents;

/// <summary>What the look of a text tells apart from its words.</summary>
internal static class TextLook
{
    /// <summary>Letters from which capitals are meant: "SVP", "PDF" and "IBAN" are just words.</summary>
    private const int LeastLetters = 8;

    /// <summary>Whether the text is written in capitals: nine letters in ten.</summary>
    public static bool IsShouted(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters >= LeastLetters && text.Count(char.IsUpper) >= 0.9 * letters;
    }

    /// <summary>Whether the text ends in more marks than a sentence needs: "hello??", "alors !!!", "?!".</summary>
    public static bool IsPressed(string text)
    {
        var marks = text.Reverse().TakeWhile(c => c is '?' or '!' || char.IsWhiteSpace(c)).Count(c => !char.IsWhiteSpace(c));
        return marks >= 2;
    }
}
