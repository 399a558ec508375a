using System.Text.RegularExpressions;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>The terms under which the passages of an article are found.</summary>
internal sealed partial class PassageTerms
{
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly string _title;
    private readonly IReadOnlyList<string> _description;

    public PassageTerms(IndexedArticle article)
    {
        _title = string.Join(' ', Analyze(article.Card.Title));
        _description = Analyze(article.Description ?? "");
    }

    /// <summary>Every term met so far, once.</summary>
    public IReadOnlyCollection<string> All => _all;

    public (string Title, string Headings, string Body) Of(Chunk chunk) =>
        (_title,
         string.Join(' ', chunk.HeadingPath.SelectMany(Analyze).Concat(_description)),
         string.Join(' ', Analyze(LinkTargets().Replace(chunk.Text, ""))));

    private IReadOnlyList<string> Analyze(string text)
    {
        var terms = TextAnalyzer.Analyze(text);
        _all.UnionWith(terms);
        return terms;
    }

    // "see Bookings (https://help.example.com/en/articles/12-bookings)": nobody searches for "https", "help" or "en" by it.
    [GeneratedRegex(@" \(https?://[^\s)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex LinkTargets();
}
