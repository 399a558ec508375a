using System.Net;
using System.Text.RegularExpressions;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Conversations.Plans;

/// <summary>
/// Recognises what was sent in what Intercom returns. The texts are never equal: Intercom rewrites the markup, and its plain text writes lists
/// and links in its own way. The words survive.
/// </summary>
internal static partial class SentText
{
    // Room for a word that Intercom writes differently; two notes about different questions share far less.
    private const double SameWords = 0.9;

    public static bool IsSame(string sentHtml, string returned)
    {
        var sent = TextAnalyzer.Words(WebUtility.HtmlDecode(Tags().Replace(sentHtml, " "))).ToHashSet();
        var found = TextAnalyzer.Words(returned).ToHashSet();
        return sent.Count(found.Contains) >= sent.Count * SameWords;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
