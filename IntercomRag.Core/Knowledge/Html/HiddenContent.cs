using System.Globalization;
using AngleSharp.Dom;

namespace IntercomRag.Core.Knowledge.Html;

/// <summary>What an article's markup holds but its readers never see: an answer must not quote it.</summary>
internal static class HiddenContent
{
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "head", "title", "meta", "link", "object", "embed", "applet", "svg", "canvas", "audio",
        "video", "form", "input", "select", "textarea", "button", "datalist", "progress", "meter", "map", "area",

        // Struck out: no longer true.
        "del", "s", "strike",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal) { "span", "a", "i", "b", "em", "strong", "small", "font", "sup", "sub" };

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "span", "p", "div", "font", "b", "strong", "i", "em", "u", "small", "body", "html", "li", "ul", "ol",
    };

    /// <summary>Pixels that no layout moves a visible text by.</summary>
    private const double OutsideOfPage = -500;

    /// <summary>Pixels below which a text is a line of dust.</summary>
    private const double SmallestText = 2;

    /// <summary>Of the text that surrounds it, about.</summary>
    private const double PixelsOfAnEm = 16;

    public static bool IsHidden(IElement element)
    {
        if (Dropped.Contains(element.LocalName) || element.HasAttribute("hidden"))
        {
            return true;
        }

        // Decoration such as an icon or a heading's anchor. A block may be marked too, as the panel of a closed accordion is, and is text.
        if (element.GetAttribute("aria-hidden") == "true" && Inline.Contains(element.LocalName))
        {
            return true;
        }

        return (element.GetAttribute("style") is { } style && IsHiddenBy(style, element))
            || (element.LocalName == "font" && IsWhite(element.GetAttribute("color") ?? "") && IsOnWhite(element));
    }

    /// <summary>An image without size or of one pixel counts visits.</summary>
    public static bool IsTrackingPixel(IElement image) =>
        image.GetAttribute("width")?.Trim() is "0" or "1" or "1px" && image.GetAttribute("height")?.Trim() is "0" or "1" or "1px";

    private static bool IsHiddenBy(string style, IElement element)
    {
        foreach (var (name, value) in Declarations(style))
        {
            var hides = name switch
            {
                "display" => value == "none",
                "visibility" => value is "hidden" or "collapse",
                "opacity" => value is "0" or "0.0" or "0%",
                "font-size" => PixelsOf(value) is >= 0 and < SmallestText,
                "left" or "top" or "right" or "bottom" or "text-indent" or "margin-left" or "margin-top" => PixelsOf(value) <= OutsideOfPage,
                "color" => value == "transparent" || (IsWhite(value) && IsOnWhite(element)),
                _ => false,
            };
            if (hides)
            {
                return true;
            }
        }

        return false;
    }

    // style="display: none !important; color:#FFF"
    private static IEnumerable<(string Name, string Value)> Declarations(string style)
    {
        foreach (var declaration in style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                var value = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase);
                yield return (declaration[..colon].Trim().ToLowerInvariant(), value.Trim().ToLowerInvariant());
            }
        }
    }

    // "-9999px", "0", "-100em", "0%"; null for "auto" and what else is no length.
    private static double? PixelsOf(string length)
    {
        var digits = length.TrimEnd("%abcdefghijklmnopqrstuvwxyz".ToCharArray());
        return !double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? null
            : length[digits.Length..] switch
            {
                "em" or "rem" or "ch" or "ex" or "vw" or "vh" => number * PixelsOfAnEm,
                "%" => number * PixelsOfAnEm / 100,
                "pt" => number * 4 / 3,
                _ => number,
            };
    }

    private static bool IsWhite(string colour) =>
        colour.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() is "white" or "#fff" or "#ffffff" or "rgb(255,255,255)" or "rgba(255,255,255,1)";

    // A background may also come from a style sheet that is not here: only plain elements without a class of the site are judged.
    private static bool IsOnWhite(IElement element)
    {
        for (var current = element; current is not null; current = current.ParentElement)
        {
            if (current.GetAttribute("bgcolor") is { } attribute)
            {
                return IsWhite(attribute);
            }

            foreach (var (name, value) in Declarations(current.GetAttribute("style") ?? ""))
            {
                if (name is "background" or "background-color")
                {
                    return IsWhite(value);
                }
            }

            if (!Plain.Contains(current.LocalName) || current.ClassList.Any(name => name != "no-margin" && !name.StartsWith("intercom-align", StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }
}
