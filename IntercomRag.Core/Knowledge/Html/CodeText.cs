using System.Text;
using AngleSharp.Dom;

namespace IntercomRag.Core.Knowledge.Html;

/// <summary>The lines of preformatted text, spaces kept.</summary>
internal static class CodeText
{
    /// <summary>
    /// <c>&lt;pre&gt;&lt;code&gt;GET /a&lt;br&gt;&lt;br&gt;{ }&lt;/code&gt;&lt;/pre&gt;</c> gives <c>GET /a</c>, a line of one space (an empty one would end
    /// the block) and <c>{ }</c>.
    /// </summary>
    public static List<string> LinesOf(IElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        var lines = text.Replace("\r\n", "\n").Replace('\u00A0', ' ').ToString().Split('\n').Select(line => line.TrimEnd()).ToList();
        var first = lines.FindIndex(line => line.Length > 0);
        return first < 0 ? [] : [.. lines[first..(lines.FindLastIndex(line => line.Length > 0) + 1)].Select(Guard)];
    }

    private static string Guard(string line) => line switch
    {
        "" => " ",
        _ when line.StartsWith("```", StringComparison.Ordinal) => " " + line,
        _ => line,
    };

    private static void Append(INode parent, StringBuilder text)
    {
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText run)
            {
                text.Append(run.Data);
            }
            else if (node is IElement { LocalName: "br" })
            {
                text.Append('\n');
            }
            else if (node is IElement element && !HiddenContent.IsHidden(element))
            {
                Append(element, text);
                if (element.LocalName is "div" or "p" or "li")
                {
                    text.Append('\n');
                }
            }
        }
    }
}
