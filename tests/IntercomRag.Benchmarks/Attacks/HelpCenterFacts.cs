using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge;
using IntercomRag.Eval.Articles;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>What the unharmed Help Center says, read without the product's own reader of articles.</summary>
internal sealed class HelpCenterFacts
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
}
