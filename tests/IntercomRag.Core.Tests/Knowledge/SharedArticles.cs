using System.Text.Json;
using IntercomRag.Core.Knowledge;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Knowledge;

/// <summary>The articles of the reference data sets.</summary>
internal static class SharedArticles
{
    public static readonly string[] Sets = ["cnil", "doc2dial", "fr_doc2dial", "mtrag", "service_public", "stackfaq", "wikit_covid"];

    public static string? Missing(string set) => SharedData.Missing("data", set, "articles.jsonl");

    // {"id":"cnil-61","title":"…","body_html":"…","url":"https://…","collection":"Particuliers > Fichage bancaire","locale":"fr","state":"published"}
    public static IEnumerable<SourceArticle> Read(string set)
    {
        foreach (var line in File.ReadLines(SharedData.PathTo("data", set, "articles.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var article = document.RootElement;
            yield return new SourceArticle(
                article.GetProperty("id").GetString()!,
                [],
                Audience.Everyone,
                [
                    new LocalizedContent(
                        article.GetProperty("locale").GetString()!,
                        article.GetProperty("title").GetString()!,
                        null,
                        article.GetProperty("body_html").GetString()!,
                        ArticleState.Published,
                        Uri.TryCreate(article.GetProperty("url").GetString(), UriKind.Absolute, out var url) ? url : null,
                        null,
                        null,
                        null),
                ]);
        }
    }
}
