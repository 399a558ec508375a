using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Prompts;

/// <summary>
/// Reads and checks a prompt file:
/// <code>
/// ---
/// temperature: 0.4
/// maxOutputTokens: 900
/// tone.friendly: warm and direct
/// ---
/// # Instructions
/// You are the assistant of {company}. Write in a {tone} way.
///
/// # Input
/// {message}
/// </code>
/// </summary>
internal static class PromptFileReader
{
    private const int VersionDigits = 12;
    private const string Fence = "---";
    private const string InstructionsHeading = "# Instructions";
    internal const string InputHeading = "# Input";

    /// <exception cref="PolicyException">The file is missing or wrong.</exception>
    public static PromptFile Read(PromptName name, string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (PolicyException.IsUnreadable(exception))
        {
            throw PolicyException.Unreadable(path, exception);
        }

        try
        {
            var file = Parse(name, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n"), Convert.ToHexStringLower(SHA256.HashData(bytes))[..VersionDigits]);
            PromptChecks.Check(file);
            return file;
        }
        catch (FormatException exception)
        {
            throw new PolicyException($"{path}: {exception.Message}", exception);
        }
    }

    private static PromptFile Parse(PromptName name, string text, string version)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToList();
        var end = lines.IndexOf(Fence, 1);
        var instructions = lines.IndexOf(InstructionsHeading);
        var input = lines.IndexOf(InputHeading);
        Demand(lines[0] == Fence && end > 0, $"the settings must stand at the beginning, between two lines of \"{Fence}\".");
        Demand(instructions > end && input > instructions, $"\"{InstructionsHeading}\" and then \"{InputHeading}\" must follow the settings, each on a line of its own.");
        Demand(lines.FindIndex(end + 1, line => line.Length > 0) == instructions, $"nothing may stand between the settings and \"{InstructionsHeading}\".");
        var settings = Settings(lines[1..end]);
        var file = new PromptFile(
            name,
            version,
            Take("temperature", "a number from 0 to 2", value => float.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 2 ? number : (float?)null),
            Take("maxOutputTokens", "a whole number from 1 to 16000", value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 16_000 ? number : (int?)null),
            Template(lines[(instructions + 1)..input]),
            Template(lines[(input + 1)..]),
            TakeTones("tone"),
            TakeTones("style"));
        Demand(settings.Count == 0, $"the setting \"{settings.Keys.FirstOrDefault()}\" is not known.");
        return file;

        T Take<T>(string key, string expected, Func<string, T?> read)
            where T : struct =>
            settings.Remove(key, out var value) && read(value) is { } number
                ? number
                : throw new FormatException($"the setting \"{key}\" must be {expected}.");

        Dictionary<Tone, string> TakeTones(string key)
        {
            var texts = new Dictionary<Tone, string>();
            foreach (var tone in Enum.GetValues<Tone>())
            {
                if (settings.Remove($"{key}.{CodeName.Of(tone)}", out var value))
                {
                    texts[tone] = value;
                }
            }

            return texts;
        }
    }

    private static Dictionary<string, string> Settings(IEnumerable<string> lines)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            var at = line.IndexOf(": ", StringComparison.Ordinal);
            Demand(at > 0, $"\"{line}\" is no setting; write \"name: value\".");
            Demand(settings.TryAdd(line[..at], line[(at + 2)..].Trim()), $"the setting \"{line[..at]}\" stands there twice.");
        }

        return settings;
    }

    private static PromptTemplate Template(IEnumerable<string> lines) => new(string.Join('\n', lines).Trim());

    private static void Demand(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new FormatException(sentence);
        }
    }
}
