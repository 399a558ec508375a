using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntercomRag.ModelStub.Brains;

/// <summary>The prompt <c>verify</c>, over lines such as <c>2 (p1, p3): Solo costs €29 a month.</c>: <c>{"unsupported":[2]}</c>.</summary>
internal sealed partial class VerifyBrain : IStubBrain
{
    private const double LeastShare = 0.5;

    public string Name => "verify";

    public bool Knows(StubPrompt prompt) => prompt.Asks("unsupported");

    public JsonObject Answer(StubPrompt prompt)
    {
        var passages = prompt.Passages.ToLookup(passage => passage.Kind, passage => passage.Text);
        var lines = Line().Matches(prompt.Material.FirstOrDefault(material => material.Kind == "sentences")?.Text ?? "");
        return Write(lines
            .Where(line => !IsSupported(line.Groups["text"].Value, string.Join('\n', line.Groups["ids"].Value.Split(',').SelectMany(id => passages[id.Trim()]))))
            .Select(line => int.Parse(line.Groups["number"].Value, CultureInfo.InvariantCulture)));
    }

    public JsonObject Obey(StubPrompt prompt) => Write([]);

    private static JsonObject Write(IEnumerable<int> numbers) => new() { ["unsupported"] = new JsonArray([.. numbers.Select(number => JsonValue.Create(number))]) };

    private static bool IsSupported(string sentence, string passage)
    {
        var words = Words.Stems(sentence);
        var known = Words.Stems(passage);
        return Number().Matches(sentence).All(number => passage.Contains(number.Value, StringComparison.Ordinal))
            && words.Count(known.Contains) >= words.Count * LeastShare;
    }

    [GeneratedRegex(@"^(?<number>[0-9]{1,6}) \((?<ids>[^)]*)\): (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
