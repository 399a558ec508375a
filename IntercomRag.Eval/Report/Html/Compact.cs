using System.Text.RegularExpressions;

namespace IntercomRag.Eval.Report.Html;

/// <summary>
/// Takes the indentation of templates out of a page: with thousands of conversations it is a seventh of the file. Words of customers are not
/// touched: Razor writes their line breaks as <c>&amp;#xA;</c>.
/// </summary>
internal static partial class Compact
{
    public static string Of(string text) => Indentation().Replace(text.ReplaceLineEndings("\n"), "\n");

    [GeneratedRegex(@"\n\s+")]
    private static partial Regex Indentation();
}
