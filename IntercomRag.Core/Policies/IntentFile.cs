using System.Text.Json;
using System.Text.Json.Serialization;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Intents;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Policies;

/// <summary>Reads <c>policies/intents.&lt;language&gt;.jsonl</c>: <c>{"text":"remboursez-moi","intent":"refund"}</c>, one a line.</summary>
internal static class IntentFile
{
    private const string Question = "question";

    private static readonly Dictionary<string, Signal?> Intents = Enum.GetValues<Signal>()
        .Where(IsLearned)
        .Select(signal => (Name: CodeName.Of(signal), Signal: (Signal?)signal))
        .Append((Question, null))
        .ToDictionary(entry => entry.Name, entry => entry.Signal, StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>"Yes" and "no" answer a question of ours; a few phrases hold them all.</summary>
    public static bool IsLearned(Signal signal) => signal is not (Signal.Yes or Signal.No);

    /// <exception cref="PolicyException">The file is missing, a line is wrong, or an intent has no example.</exception>
    public static IReadOnlyList<IntentExample> Read(string path, string language)
    {
        var examples = new List<IntentExample>();
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (number, line) in Lines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            var example = Parse(line, language, where: $"{path}, line {number + 1}");
            if (!lines.TryAdd(example.Text, number + 1))
            {
                throw new PolicyException($"{path}, line {number + 1}: \"{example.Text}\" stands on line {lines[example.Text]} already.");
            }

            examples.Add(example);
        }

        foreach (var (name, signal) in Intents)
        {
            if (examples.TrueForAll(example => example.Signal != signal))
            {
                throw new PolicyException($"{path}: the intent \"{name}\" has no example.");
            }
        }

        return examples;
    }

    private static IntentExample Parse(string line, string language, string where)
    {
        Line? parsed;
        try
        {
            parsed = JsonSerializer.Deserialize<Line>(line, Json);
        }
        catch (JsonException exception)
        {
            throw new PolicyException($"{where}: {exception.Message} Expected is {{\"text\":\"…\",\"intent\":\"refund\"}}.", exception);
        }

        if (parsed is null || !parsed.Text.Any(char.IsLetter))
        {
            throw new PolicyException($"{where}: \"text\" holds no words.");
        }

        return Intents.TryGetValue(parsed.Intent, out var signal)
            ? new IntentExample(parsed.Text.Trim(), signal, language)
            : throw new PolicyException($"{where}: \"{parsed.Intent}\" is no intent; there are {string.Join(", ", Intents.Keys)}.");
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception exception) when (PolicyException.IsUnreadable(exception))
        {
            throw PolicyException.Unreadable(path, exception);
        }
    }

    private sealed record Line(string Text, string Intent);
}
