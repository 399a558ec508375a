using System.Text.Json;
using System.Text.Json.Serialization;
using IntercomRag.Core.Answers.Verification;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Intents;
using IntercomRag.Core.Decisions.Phrases;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.CrossLanguage;

namespace IntercomRag.Core.Policies;

/// <summary>Reads and checks the policy folder. A name that nobody knows is an error: a misspelt rule must not be a rule that is off.</summary>
public static class PolicyReader
{
    private static readonly JsonSerializerOptions CamelCase = Create(JsonNamingPolicy.CamelCase);
    private static readonly JsonSerializerOptions SnakeCaseNames = Create(JsonNamingPolicy.SnakeCaseLower);

    /// <exception cref="PolicyException">A file is missing or wrong.</exception>
    public static PolicySet Read(string folder)
    {
        var assistant = ReadFile<AssistantPolicy>(Path.Combine(folder, "assistant.json"), SnakeCaseNames);
        PolicyChecks.Check(assistant, Path.Combine(folder, "assistant.json"));

        var phrases = new Dictionary<string, IReadOnlyDictionary<Signal, PhraseRule>>();
        var messages = new Dictionary<string, IReadOnlyDictionary<MessageKey, MessageTexts>>();
        foreach (var language in assistant.Languages.Supported)
        {
            phrases[language] = ReadPhrases(Path.Combine(folder, $"escalation.{language}.json"));
            messages[language] = ReadMessages(Path.Combine(folder, $"messages.{language}.json"));
        }

        var lessons = ReadLessons(folder, assistant);
        var vocabulary = ReadVocabulary(Path.Combine(folder, "vocabulary.json"));
        var confidence = ReadFile<ConfidenceModel>(Path.Combine(folder, "confidence.json"));
        return new PolicySet(
            WithThreshold(assistant, confidence, folder),
            new PhraseBook(phrases),
            new Lazy<IntentClassifier>(() => IntentTrainer.Train(lessons)),
            new MessageCatalog(messages),
            confidence)
        {
            Prompts = PromptBook.Read(Path.Combine(folder, "prompts"), assistant.Languages.Supported),
            Vocabulary = vocabulary,
            Wording = new Wording(
                assistant.Languages.Supported.Select(language => ReadFile<WordingFile>(Path.Combine(folder, $"wording.{language}.json"))), vocabulary, assistant.Languages.Supported),
            Version = PolicyVersion.Of(folder),
        };
    }

    private static AssistantPolicy WithThreshold(AssistantPolicy assistant, ConfidenceModel confidence, string folder)
    {
        if (assistant.Thresholds.WrongAnswers is not { } wrong)
        {
            return assistant;
        }

        var least = confidence.OperatingPoints.Select(point => point.Wrong).DefaultIfEmpty(1).Min();
        return confidence.ThresholdFor(wrong) is { } threshold
            ? assistant with { Thresholds = assistant.Thresholds with { Answer = threshold } }
            : throw new PolicyException(FormattableString.Invariant(
                $"{Path.Combine(folder, "assistant.json")}: no threshold in confidence.json keeps to thresholds.wrongAnswers {wrong}; the least share of wrong answers there is {least:0.###}."));
    }

    /// <summary>What the classifier learns from, of every language.</summary>
    /// <exception cref="PolicyException">A file is missing or wrong.</exception>
    public static IntentLessons ReadLessons(string folder, AssistantPolicy assistant) => new(
        ConceptFile.Read(Path.Combine(folder, "concepts.json")),
        [.. assistant.Languages.Supported.SelectMany(language => IntentFile.Read(Path.Combine(folder, $"intents.{language}.jsonl"), language))]);

    private static Dictionary<Signal, PhraseRule> ReadPhrases(string path)
    {
        var file = ReadFile<Dictionary<Signal, PhraseTexts>>(path, CamelCase);
        if (Enum.GetValues<Signal>().FirstOrDefault(signal => !file.ContainsKey(signal), (Signal)(-1)) is var missing && missing >= 0)
        {
            throw new PolicyException($"{path}: the signal \"{JsonNamingPolicy.CamelCase.ConvertName(missing.ToString())}\" is missing.");
        }

        return file.ToDictionary(
            entry => entry.Key,
            entry => new PhraseRule(Compile(path, entry.Key, entry.Value.Phrases), Compile(path, entry.Key, entry.Value.Unless)));
    }

    private static List<PhrasePattern> Compile(string path, Signal signal, IReadOnlyList<string> phrases)
    {
        try
        {
            return [.. phrases.Select(phrase => new PhrasePattern(phrase))];
        }
        catch (FormatException exception)
        {
            throw new PolicyException($"{path}: {signal}: {exception.Message}", exception);
        }
    }

    private static Dictionary<MessageKey, MessageTexts> ReadMessages(string path)
    {
        var file = ReadFile<Dictionary<MessageKey, MessageTexts>>(path, CamelCase);
        foreach (var key in Enum.GetValues<MessageKey>())
        {
            if (!file.TryGetValue(key, out var texts) || !texts.IsComplete)
            {
                throw new PolicyException(
                    $"{path}: \"{JsonNamingPolicy.CamelCase.ConvertName(key.ToString())}\" needs a text for every tone (or \"any\").");
            }
        }

        return file;
    }

    private static SupportVocabulary ReadVocabulary(string path)
    {
        try
        {
            return new SupportVocabulary(ReadFile<List<Dictionary<string, IReadOnlyList<string>>>>(path));
        }
        catch (FormatException exception)
        {
            throw new PolicyException($"{path}: {exception.Message}", exception);
        }
    }

    internal static T ReadFile<T>(string path) => ReadFile<T>(path, CamelCase);

    private static T ReadFile<T>(string path, JsonSerializerOptions options)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<T>(stream, options)
                ?? throw new PolicyException($"{path}: the file holds null.");
        }
        catch (JsonException exception)
        {
            throw new PolicyException($"{path}: {exception.Message}", exception);
        }
        catch (Exception exception) when (PolicyException.IsUnreadable(exception))
        {
            throw PolicyException.Unreadable(path, exception);
        }
    }

    private static JsonSerializerOptions Create(JsonNamingPolicy valueNames) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(valueNames, allowIntegerValues: false) },
    };

    private sealed record PhraseTexts(IReadOnlyList<string> Phrases, IReadOnlyList<string> Unless);
}
