using System.Text.Json;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Intents;

/// <summary>Reads <c>conversations.jsonl</c>: <c>{"turns":[{"role":"user","text":"…"}],"gold":{"intent":"refund","intents":["refund"]}}</c>.</summary>
internal static class LabelledCases
{
    public static IReadOnlyList<LabelledCase> Read(string set)
    {
        var cases = new List<LabelledCase>();
        foreach (var line in File.ReadLines(SharedData.PathTo("data", set, "conversations.jsonl")).Where(line => line.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            var turns = document.RootElement.GetProperty("turns").EnumerateArray()
                .Select(turn => (turn.GetProperty("role").GetString() == "user", turn.GetProperty("text").GetString() ?? ""));
            cases.Add(new LabelledCase([.. turns], Intents(document.RootElement.GetProperty("gold"))));
        }

        return cases;
    }

    // Where a message has several, "intent" is the gravest and "intents" has them all.
    private static HashSet<string> Intents(JsonElement gold)
    {
        var all = gold.TryGetProperty("intents", out var several) ? several.EnumerateArray().Select(intent => intent.GetString()!) : [];
        return gold.TryGetProperty("intent", out var one) && one.GetString() is { } intent ? [.. all, intent] : [.. all];
    }
}
