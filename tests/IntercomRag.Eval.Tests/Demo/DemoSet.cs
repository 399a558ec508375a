using AngleSharp.Html.Parser;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Recorded;
using IntercomRag.Testing;

namespace IntercomRag.Eval.Tests.Demo;

/// <summary>The recorded conversations of the demo workspace, and the articles they are about.</summary>
internal static class DemoSet
{
    public static string Path { get; } = System.IO.Path.Combine(RepositoryRoot.Folder, "eval", "conversations.jsonl");

    public static TraceWarnings Warnings { get; } = new();

    public static IReadOnlyList<RecordedConversation> Conversations { get; } = ConversationFile.Read(Path, AgentRole.Human, Warnings);

    public static ArticleSource Articles { get; } = ArticleReader.Read(ArticleReader.Demo);

    /// <summary>What the readers of an article see, in each language in which it is published, white space made one.</summary>
    public static IReadOnlyList<string> TextsOf(string articleId) =>
    [
        .. Articles.Articles
            .Where(article => article.Id == articleId)
            .SelectMany(article => article.Contents)
            .Where(content => content.State == ArticleState.Published)
            .Select(content => OneSpaced(VisibleText(content.BodyHtml))),
    ];

    public static string OneSpaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A space after each block, or the cells of a row would run together.
    private static string VisibleText(string html)
    {
        using var document = new HtmlParser().ParseDocument(html.Replace("</", " </", StringComparison.Ordinal).Replace("<br", " <br", StringComparison.Ordinal));
        foreach (var inline in document.QuerySelectorAll("b, i, a, code, em, strong").ToList())
        {
            inline.TextContent = inline.TextContent.Trim();
        }

        return document.Body?.TextContent ?? "";
    }
}
