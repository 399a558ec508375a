using System.Text.Json;
using System.Text.RegularExpressions;
using IntercomRag.Core.Answers;
using IntercomRag.Core.Answers.Verification;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Policies;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Support;

/// <summary>The true and the altered sentences, and what the verifier makes of them.</summary>
internal static partial class SupportSet
{
    public static IReadOnlyList<SupportCase> Read() =>
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Folder, "eval", "support.jsonl"))
            .Select(line => JsonSerializer.Deserialize<SupportCase>(line, JsonSerializerOptions.Web)!),
    ];

    /// <summary>Each sentence names all passages of its article, which leaves an altered one the most room to hide.</summary>
    public static IReadOnlyList<(SupportCase Case, SentenceVerdict Verdict)> Verify(IReadOnlyList<SupportCase> cases)
    {
        var verifier = new SentenceVerifier(PolicyReader.Read(Path.Combine(RepositoryRoot.Folder, "policies")).Wording);
        var articles = cases.Select(sentence => sentence.Article).Distinct().ToDictionary(article => article, Passages);
        return [.. cases.Select(sentence => (sentence, verifier.Verify(ListItem.Read(sentence.Text)?.Text ?? sentence.Text, articles[sentence.Article])))];
    }

    // The first lines of a demo article are a comment with its title: <!--\ntitle: Start your free trial\n…\n-->
    private static IReadOnlyList<PassageHit> Passages(string article)
    {
        var key = article.Split('/');
        var file = File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "IntercomRag.Simulator", "Workspace", "Demo", "articles", $"{key[0]}.{key[1]}.html"));
        var content = new LocalizedContent(key[1], Title().Match(file).Groups[1].Value, null, Comment().Replace(file, ""), ArticleState.Published, null, null, null, null);
        var entry = IndexEntry.Build(new SourceArticle(key[0], [], Audience.Everyone, [content]), content, new CollectionTree([]));
        return [.. entry.Chunks.Select(chunk => new PassageHit(entry.Card, chunk, 1))];
    }

    [GeneratedRegex("^title: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex("^<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
