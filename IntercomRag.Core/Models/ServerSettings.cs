using System.Text.RegularExpressions;
using IntercomRag.Core.Models.Recording;

namespace IntercomRag.Core.Models;

/// <summary>What the settings of every model server have in common: all of them or none.</summary>
internal static partial class ServerSettings
{
    public static IEnumerable<string> Check(string section, string? endpoint, string? name, string? apiKey, RecordingOptions recording)
    {
        var hasEndpoint = !string.IsNullOrWhiteSpace(endpoint);
        var hasName = !string.IsNullOrWhiteSpace(name);
        var isReplay = recording.Mode == RecordingMode.Replay;
        if (hasEndpoint && Parse(endpoint!) is null)
        {
            yield return $"Set {section}__Endpoint to an http or https address, such as https://api.openai.com/v1 or http://localhost:11434/v1.";
        }

        if (!hasName && (hasEndpoint || isReplay))
        {
            yield return $"Set {section}__Name to the name of the model, since {section}__{(isReplay ? "Recording__Mode" : "Endpoint")} is set.";
        }

        if (!hasEndpoint && !isReplay && (hasName || !string.IsNullOrWhiteSpace(apiKey)))
        {
            yield return $"Set {section}__Endpoint to the address of the model's server, since {section}__{(hasName ? "Name" : "ApiKey")} is set. "
                + "OpenAI's is https://api.openai.com/v1.";
        }

        if (!string.IsNullOrWhiteSpace(apiKey) && !PrintableKey().IsMatch(apiKey))
        {
            yield return $"{section}__ApiKey holds blanks or characters that no key has: copy it again.";
        }

        if (recording.Mode != RecordingMode.Off && string.IsNullOrWhiteSpace(recording.File))
        {
            yield return $"Set {section}__Recording__File to a file of recorded answers, since {section}__Recording__Mode is set.";
        }
        else if (isReplay && !File.Exists(recording.File))
        {
            yield return $"{section}__Recording__File does not exist: {Path.GetFullPath(recording.File!)}";
        }
    }

    /// <summary>Null when it is no address of a server.</summary>
    public static Uri? Parse(string endpoint) =>
        Uri.TryCreate(endpoint.Trim().TrimEnd('/'), UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Host.Length: > 0 } ? uri : null;

    [GeneratedRegex(@"^[\x21-\x7e]+\z")]
    private static partial Regex PrintableKey();
}
