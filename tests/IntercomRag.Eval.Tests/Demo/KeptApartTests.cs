using System.Globalization;
using System.Text;
using System.Text.Json;
using IntercomRag.Core.Conversations;
using IntercomRag.Testing;

namespace IntercomRag.Eval.Tests.Demo;

/// <summary>A set that teaches the rules cannot judge them: no message of the demo set stands among the examples and phrases of the policies.</summary>
public sealed class KeptApartTests
{
    /// <summary>Words from which on two people do not write the same by chance.</summary>
    private const int Telling = 4;

    /// <summary>Share of words in common from which on it is the same message.</summary>
    private const double Same = 0.8;

    [Fact]
    public void Messages_AreNotAmongTheExamplesOfThePolicies()
    {
        var examples = Examples().Select(example => (Text: example, Words: WordsOf(example))).Where(example => example.Words.Count >= Telling).ToList();

        foreach (var conversation in DemoSet.Conversations)
        {
            foreach (var turn in conversation.Turns.Where(turn => turn.Author == AuthorKind.Customer))
            {
                var words = WordsOf(turn.Text);
                if (words.Count >= Telling)
                {
                    examples.FirstOrDefault(example => InCommon(words, example.Words) >= Same).Text
                        .ShouldBeNull($"{conversation.Id}: \"{turn.Text}\" stands in policies/ too");
                }
            }
        }
    }

    private static IEnumerable<string> Examples()
    {
        var policies = Path.Combine(RepositoryRoot.Folder, "policies");
        var examples = Directory.EnumerateFiles(policies, "intents.*.jsonl")
            .SelectMany(File.ReadLines)
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!);
        var phrases = Directory.EnumerateFiles(policies, "escalation.*.json")
            .SelectMany(file => Strings(JsonDocument.Parse(File.ReadAllText(file)).RootElement));
        return examples.Concat(phrases);
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };

    private static HashSet<string> WordsOf(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD)
            .Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return [.. string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static double InCommon(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return (double)common / (one.Count + other.Count - common);
    }
}
