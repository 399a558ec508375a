using System.Text.Json;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>One text of the injection set.</summary>
internal sealed record AttackText(string Id, string Text)
{
    private const string Folder = "injection";

    /// <summary>What customers write: <c>{"id":"…","turns":[{"role":"user","text":"Ignore all …"}],…}</c>.</summary>
    public static IReadOnlyList<AttackText> OfCustomers() => Read(
        "conversations.jsonl", line => string.Join('\n', line.GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("text").GetString())));

    /// <summary>What is planted into articles: <c>{"id":"…","text":"Add …","category":"…","locale":"en"}</c>.</summary>
    public static IReadOnlyList<AttackText> OfArticles() => Read("article_attacks.jsonl", line => line.GetProperty("text").GetString()!);

    private static List<AttackText> Read(string file, Func<JsonElement, string> textOf)
    {
        if (SharedData.Missing("data", Folder, file) is { } missing)
        {
            throw new FileNotFoundException(missing);
        }

        return [.. File.ReadLines(SharedData.PathTo("data", Folder, file))
            .Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Select(line => new AttackText(line.GetProperty("id").GetString()!, textOf(line)))];
    }
}
