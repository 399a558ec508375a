namespace IntercomRag.Eval.Report.Html;

/// <summary>The beginning of a long text.</summary>
public static class Excerpt
{
    /// <param name="longest">Characters, the sign that there is more included.</param>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Not through the middle of a character that takes two.
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + "…";
    }
}
