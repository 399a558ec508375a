using System.Text.RegularExpressions;

namespace IntercomRag.ModelStub.Brains;

/// <summary>Sentences of a text, lines being sentences of their own.</summary>
internal static partial class Sentences
{
    public static IEnumerable<string> Of(string text) => text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(line => End().Split(line))
        .Select(sentence => sentence.Trim())
        .Where(sentence => sentence.Length > 0);

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})")]
    private static partial Regex End();
}
