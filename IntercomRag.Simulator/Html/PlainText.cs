using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace IntercomRag.Simulator.Html;

/// <summary>
/// The plain text that Intercom gives for <c>display_as=plaintext</c>:
/// <c>&lt;p&gt;See &lt;a href="https://a.example"&gt;this page&lt;/a&gt;&lt;/p&gt;</c> becomes <c>See this page (https://a.example)</c>.
/// </summary>
public static class PlainText
{
    private static readonly HashSet<string> Paragraphs =
        new(StringComparer.Ordinal) { "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "table", "blockquote", "hr" };

    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal) { "li", "tr", "summary", "details" };

    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal) { "script", "style", "iframe", "template", "head" };

    public static string FromHtml(string html)
    {
        var text = new PlainTextBuilder();
        Walk(new HtmlParser().ParseDocument(html).Body!, text, preformatted: false);
        return text.ToString();
    }

    /// <summary>What somebody typed, as paragraphs: an empty line starts a new one, a single line break stays one.</summary>
    public static string ToHtml(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Concat(paragraphs.Select(paragraph => $"<p>{Encode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
    }

    /// <summary>Encodes what HTML text and quoted attributes cannot hold, and leaves accents readable.</summary>
    public static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static void Walk(INode parent, PlainTextBuilder text, bool preformatted)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText words when preformatted:
                    text.AppendVerbatim(words.Data);
                    break;
                case IText words:
                    text.AppendWords(words.Data);
                    break;
                case IElement element when !Hidden.Contains(element.LocalName):
                    Write(element, text, preformatted);
                    break;
            }
        }
    }

    private static void Write(IElement element, PlainTextBuilder text, bool preformatted)
    {
        switch (element.LocalName)
        {
            case "br":
                text.BreakLine();
                return;
            case "img":
                text.AppendWords(element.GetAttribute("alt") ?? "");
                return;
            case "a":
                WriteLink(element, text, preformatted);
                return;
        }

        var gap = Paragraphs.Contains(element.LocalName) ? 2 : Lines.Contains(element.LocalName) ? 1 : 0;
        text.Separate(gap);
        if (element.LocalName is "li")
        {
            text.AppendVerbatim("- ");
        }

        Walk(element, text, preformatted || element.LocalName is "pre");
        if (element.LocalName is "td" or "th")
        {
            text.AppendWords(" ");
        }

        text.Separate(gap);
    }

    private static void WriteLink(IElement link, PlainTextBuilder text, bool preformatted)
    {
        Walk(link, text, preformatted);
        var url = link.GetAttribute("href");
        if (!string.IsNullOrEmpty(url) && link.TextContent.Trim() != url)
        {
            text.AppendWords($" ({url})");
        }
    }
}
