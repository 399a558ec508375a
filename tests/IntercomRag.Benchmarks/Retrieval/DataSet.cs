using System.Text.Json;
using IntercomRag.Core.Knowledge;

namespace IntercomRag.Benchmarks.Retrieval;

/// <summary>Reads <c>articles.jsonl</c> and <c>conversations.jsonl</c> in the form that the design gives them.</summary>
internal static class DataSet
{
    public static IEnumerable<SourceArticle> ReadArticles(string path) => Lines(path).Select(line => new SourceArticle(
        Text(line, "id"),
        [],
        Audience.Everyone,
        [
            new LocalizedContent(
                Text(line, "locale"), Text(line, "title"), null, Text(line, "body_html"), ArticleState.Published, null, null, null, null),
        ]));

    public static IEnumerable<DataSetCase> ReadCases(string path, string set) => Lines(path).Select(line =>
    {
        var gold = line.GetProperty("gold");
        return new DataSetCase(
            Text(line, "id"),
            Text(line, "locale"),
            [.. line.GetProperty("turns").EnumerateArray().Select(turn => (Text(turn, "role") == "user", Text(turn, "text")))],
            gold.TryGetProperty("article_ids", out var ids) ? ids.EnumerateArray().Select(id => id.GetString()!).ToHashSet() : new HashSet<string>(),
            gold.TryGetProperty("answerable", out var answerable) && answerable.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? answerable.GetBoolean()
                : null,
            gold.TryGetProperty("kb", out var kb) ? kb.GetString()! : set,
            OptionalText(gold, "answer"),
            OptionalText(gold, "grounding"));
    });

    private static IEnumerable<JsonElement> Lines(string path)
    {
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static string OptionalText(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
