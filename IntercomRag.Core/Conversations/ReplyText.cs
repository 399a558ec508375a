using System.Net;
using System.Text.RegularExpressions;

namespace IntercomRag.Core.Conversations;

/// <summary>Reads back what <see cref="Answers.ReplyHtml"/> wrote: <c>&lt;p&gt;Hello&lt;/p&gt;&lt;ul&gt;&lt;li&gt;one&lt;/li&gt;&lt;/ul&gt;</c>.</summary>
public static partial class ReplyText
{
    /// <summary>Plain text, a line for each paragraph and item.</summary>
    public static string Of(string html) => string.Join(
        '\n',
        WebUtility.HtmlDecode(Tag().Replace(LineEnd().Replace(html, "\n"), ""))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Every address in it, behind a label or bare, each once.</summary>
    public static IReadOnlyList<string> Links(string html) =>
    [
        .. Anchor().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
            .Concat(Bare().Matches(Of(html)).Select(match => match.Value))
            .Distinct(StringComparer.Ordinal),
    ];

    [GeneratedRegex("<br>|</p>|</li>", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("href=\"([^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"\b(?:https?://|www\.)[^\s<>""»)\]]+(?<![.,;:!?])", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();
}
