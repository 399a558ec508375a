using System.Net;
using System.Text.RegularExpressions;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Chunking;
using IntercomRag.Core.Knowledge.Sync;

namespace IntercomRag.Core.Tests.Knowledge;

/// <summary>Real articles: nothing of what their readers see is lost.</summary>
public sealed partial class SharedArticlesTests
{
    public static TheoryData<string> Sets => [.. SharedArticles.Sets];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Build_EveryArticle_KeepsEveryVisibleWordInBoundedChunks(string set)
    {
        var missing = SharedArticles.Missing(set);
        Assert.SkipWhen(missing is not null, missing ?? "");

        foreach (var article in SharedArticles.Read(set))
        {
            var entry = IndexEntry.Build(article, article.Contents[0], new CollectionTree([]));

            entry.Chunks.ShouldNotBeEmpty(article.Id);
            entry.Chunks.ShouldAllBe(chunk => chunk.Text.Length <= Chunker.MaxLength, article.Id);
            var found = entry.Chunks.SelectMany(chunk => Words(string.Join(' ', chunk.HeadingPath) + "\n" + chunk.Text)).ToHashSet();
            Words(VisibleText(article.Contents[0].BodyHtml)).Where(word => !found.Contains(word)).ShouldBeEmpty(article.Id);
        }
    }

    // A second, cruder reading of the markup: these sets hide nothing, so whatever stands between tags is seen.
    private static string VisibleText(string html) => WebUtility.HtmlDecode(Tags().Replace(InlineTags().Replace(html, ""), " "));

    private static IEnumerable<string> Words(string text) => NotWords().Split(Invisible().Replace(text, "").ToLowerInvariant()).Where(word => word.Length > 0);

    [GeneratedRegex("</?(span|strong|b|i|em|u|font|a|abbr|sup|sub)( [^>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineTags();

    [GeneratedRegex("<!--.*?-->|</?[a-z][^>]*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex("[\u00AD\u200B\u2060\uFEFF]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"[\W_]+")]
    private static partial Regex NotWords();
}
