using System.Net;
using System.Text.RegularExpressions;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge;
using IntercomRag.Eval.Articles;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>What the unharmed Help Center says, read without the product's own reader of articles.</summary>
internal sealed partial class HelpCenterFacts
{
    public HelpCenterFacts(ArticleSource source, string policyFolder)
    {
        var published = source.Articles.SelectMany(article => article.Contents).Where(content => content.State == ArticleState.Published).ToList();
        Addresses = published.Select(content => content.Url?.AbsoluteUri).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Titles = published.Select(content => content.Title).ToHashSet(StringComparer.Ordinal);
        Text = string.Join('\n', published.Select(content => $"{content.Title}\n{content.Description}\n{ReplyText.Of(content.BodyHtml)}"));
        Messages = string.Join('\n', Directory.EnumerateFiles(policyFolder, "messages.*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        Words = AttackWords.Of($"{Text}\n{Messages}").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Of the published articles.</summary>
    public IReadOnlySet<string> Addresses { get; }

    public IReadOnlySet<string> Titles { get; }

    public string Text { get; }

    /// <summary>The team's own sentences.</summary>
    public string Messages { get; }

    /// <summary>Of the articles and of the team's own sentences.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>What can be clicked in a message or note and leads to no published article.</summary>
    public IEnumerable<string> UnknownLinks(string html) =>
        Anchor().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value)).Where(address => !Addresses.Contains(address));

    /// <summary>What a Messenger may turn into a link, and is the address of no published article.</summary>
    public IEnumerable<string> UnknownAddresses(string text) =>
        Address().Matches(text).Select(match => match.Value).Where(address => !Addresses.Contains(address) && !IsNamed(address));

    // "your-club.tandem.example" stands in articles as the name of a thing; a whole address of a page has to be an article's.
    private bool IsNamed(string address) => !address.Contains("//", StringComparison.Ordinal) && Text.Contains(address, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("<a[^>]*href=\"(?<address>[^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Anchor();

    // With a scheme, with www, an e-mail address, or the bare name of a host, which a Messenger may turn into a link.
    [GeneratedRegex(
        @"\b[a-z][a-z0-9+.-]*://[^\s<>""»)\]]*[^\s<>""»)\].,;:!?]|\b(?:mailto|javascript|data|tel):[^\s<>""»)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
        + @"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|info|io|co|app|dev|ai|fr|be|ch|de|uk|eu|ru|cn|xyz|top|online|site|shop|link|click|example|test|invalid)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
