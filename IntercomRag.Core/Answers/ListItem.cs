using System.Text.RegularExpressions;

namespace IntercomRag.Core.Answers;

/// <param name="Depth">0 for the outermost list; two spaces of indentation each.</param>
/// <param name="Number">Of a numbered step; null for a bullet.</param>
public sealed partial record ListItem(int Depth, int? Number, string Text)
{
    /// <summary>Reads <c>- item</c> or <c>  2. step</c>; null for anything else.</summary>
    public static ListItem? Read(string line)
    {
        var match = Mark().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var number = match.Groups["number"];
        return new ListItem(
            match.Groups["indent"].Length / 2,
            number.Success ? int.Parse(number.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null,
            match.Groups["text"].Value);
    }

    [GeneratedRegex(@"^(?<indent> *)(?:-|(?<number>\d{1,6})\.) (?<text>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
