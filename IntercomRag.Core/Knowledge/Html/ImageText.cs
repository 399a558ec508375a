using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace IntercomRag.Core.Knowledge.Html;

/// <summary>The words that stand for an image, where its author wrote some.</summary>
internal static partial class ImageText
{
    /// <summary><c>&lt;img alt="The Members menu"&gt;</c> gives <c>[The Members menu]</c>; null for a file name, a bare "image" or nothing.</summary>
    public static string? Of(IElement image)
    {
        var alternative = image.GetAttribute("alt")?.Trim();
        return string.IsNullOrEmpty(alternative) || HiddenContent.IsTrackingPixel(image) || SaysNothing().IsMatch(alternative)
            ? null
            : $"[{alternative}]";
    }

    [GeneratedRegex(
        """^(\S+\.(png|jpe?g|gif|svg|webp|bmp)|(img|image|photo|picture|pixel|icon|ic[oô]ne|logo|screenshot|screen ?shot|capture( d['’][eé]cran)?)[\s_\-\d]*|[\W\d_]+)$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysNothing();
}
