using System.Net;
using System.Text.RegularExpressions;

namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>
/// The words of a body in a notification: HTML up to version 2.14, plain text since.
/// <code>
/// &lt;p&gt;Bonjour,&lt;br&gt;où est ma facture&amp;nbsp;?&lt;/p&gt;
/// Bonjour,\noù est ma facture ?
/// </code>
/// </summary>
internal static partial class MessageText
{
    public static string Of(string body) => WebUtility.HtmlDecode(Tag().Replace(body, " ")).Trim();

    // A "<" before anything but a letter is a sign that somebody wrote.
    [GeneratedRegex("<!--.*?-->|</?[a-zA-Z][^<>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
