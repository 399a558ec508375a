using System.Buffers;

namespace IntercomRag.Core.Knowledge.Html;

/// <summary>How deep an article's elements are nested, seen without parsing it.</summary>
/// <remarks>
/// The parser's time grows with the square of the depth, and 100,000 elements inside each other are but half a megabyte, which an editor's bug or an
/// import can write.
/// </remarks>
public static class NestingDepth
{
    /// <summary>Elements open at once, from which on an article is not parsed. A page that leaves all its paragraphs open stays far below.</summary>
    public const int Deepest = 5000;

    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    public static bool IsTooDeep(string html)
    {
        var names = Void.GetAlternateLookup<ReadOnlySpan<char>>();
        var depth = 0;
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            if (html[i + 1] == '/')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (char.IsAsciiLetter(html[i + 1]))
            {
                var name = html.AsSpan(i + 1);
                var end = name.IndexOfAnyExcept(NameCharacters);
                if (!names.Contains(end < 0 ? name : name[..end]) && ++depth > Deepest)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
