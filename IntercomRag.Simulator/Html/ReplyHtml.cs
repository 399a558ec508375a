using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace IntercomRag.Simulator.Html;

/// <summary>
/// Cuts a message's HTML down to what Intercom is known to keep, so that broken HTML of a client shows as broken text here too.
/// Intercom publishes no exact list; this is the careful one of its documented examples.
/// </summary>
public static class ReplyHtml
{
    private static readonly HashSet<string> Kept =
        new(StringComparer.Ordinal) { "p", "br", "b", "strong", "i", "em", "a", "ul", "ol", "li", "h1", "h2", "code", "pre", "img" };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal) { "p", "ul", "ol", "h1", "h2", "pre" };

    private static readonly HashSet<string> Dropped =
        new(StringComparer.Ordinal) { "script", "style", "iframe", "object", "embed", "form", "input", "button", "template", "svg", "math" };

    public static string Sanitize(string html)
    {
        var clean = new StringBuilder();
        WriteBlocks(new HtmlParser().ParseDocument(html).Body!, clean);
        return clean.ToString();
    }

    /// <summary>Text that stands outside any block becomes a paragraph: "Hello" is stored as <c>&lt;p&gt;Hello&lt;/p&gt;</c>.</summary>
    private static void WriteBlocks(IElement parent, StringBuilder clean)
    {
        var loose = new StringBuilder();
        foreach (var node in parent.ChildNodes)
        {
            var name = node is IElement element ? NameOf(element) : null;
            if (name is not null && Blocks.Contains(name))
            {
                FlushParagraph(loose, clean);
                Write(node, clean);
            }
            else if (name is "div")
            {
                FlushParagraph(loose, clean);
                WriteBlocks((IElement)node, clean);
            }
            else
            {
                Write(node, loose);
            }
        }

        FlushParagraph(loose, clean);
    }

    private static void FlushParagraph(StringBuilder loose, StringBuilder clean)
    {
        var text = loose.ToString().Trim();
        if (text.Length > 0)
        {
            clean.Append("<p>").Append(text).Append("</p>");
        }

        loose.Clear();
    }

    private static void Write(INode node, StringBuilder clean)
    {
        if (node is IText text)
        {
            clean.Append(PlainText.Encode(text.Data));
        }
        else if (node is IElement element && !Dropped.Contains(element.LocalName))
        {
            Write(element, clean);
        }
    }

    private static void Write(IElement element, StringBuilder clean)
    {
        var name = NameOf(element);
        if (!Kept.Contains(name))
        {
            WriteChildren(element, clean);
            return;
        }

        clean.Append('<').Append(name);
        foreach (var attribute in AttributesOf(name))
        {
            if (element.GetAttribute(attribute) is { } value && (attribute is "alt" || IsSafeAddress(value)))
            {
                clean.Append(' ').Append(attribute).Append("=\"").Append(PlainText.Encode(value)).Append('"');
            }
        }

        clean.Append('>');
        if (name is not ("br" or "img"))
        {
            WriteChildren(element, clean);
            clean.Append("</").Append(name).Append('>');
        }
    }

    private static void WriteChildren(IElement element, StringBuilder clean)
    {
        foreach (var child in element.ChildNodes)
        {
            Write(child, clean);
        }
    }

    private static string NameOf(IElement element) => element.LocalName switch
    {
        "h3" or "h4" or "h5" or "h6" => "h2",
        "section" or "article" or "blockquote" => "div",
        var name => name,
    };

    private static string[] AttributesOf(string name) => name switch
    {
        "a" => ["href"],
        "img" => ["src", "alt"],
        _ => [],
    };

    private static bool IsSafeAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto" or "tel");
}
