using System.Globalization;
using System.Text.Json;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>
/// Reads what Prism says in a header of the answer:
/// <code>
/// sl-violations: [{"location":["response","body","data","3","url"],"severity":"Error","code":"format",
///   "message":"Response body property data.3.url must match format \"uri\""}]
/// </code>
/// </summary>
internal static class ViolationReader
{
    public const string Header = "sl-violations";

    // Before the first 8 KiB of a longer report. What the rest said is not known, so it is no false alarm.
    private const string CutOff = "Too many violations!";

    public static IReadOnlyList<Violation> Read(RelayedAnswer answer) =>
    [
        .. answer.Headers.Where(IsReport).SelectMany(header => Read(header.Value, answer)),
    ];

    public static bool IsReport(KeyValuePair<string, string> header) => header.Key.Equals(Header, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Violation> Read(string reports, RelayedAnswer answer) =>
        reports.StartsWith(CutOff, StringComparison.Ordinal)
            ? [new Violation("response", CutOff, "")]
            : JsonSerializer.Deserialize<JsonElement[]>(reports)!.Select(report => Read(report, answer));

    private static Violation Read(JsonElement report, RelayedAnswer answer)
    {
        var location = report.GetProperty("location").EnumerateArray().Select(step => step.GetString()!).ToArray();
        return new Violation(
            string.Join('.', location.Select(step => int.TryParse(step, out _) ? "*" : step)),
            WithoutProperty(report.GetProperty("message").GetString()!),
            location is ["response", "body", .. var path] ? Find(answer.Body, path) : "");
    }

    // "Response body property data.3.url must match …", "Request body must have required property 'email'": the location is said already.
    private static string WithoutProperty(string message) =>
        message.IndexOf(" must ", StringComparison.Ordinal) is var start and >= 0 ? message[(start + 1)..] : message;

    private static string Find(byte[] body, string[] path)
    {
        using var document = JsonDocument.Parse(body);
        var found = document.RootElement;
        foreach (var step in path)
        {
            if (found.ValueKind == JsonValueKind.Array)
            {
                found = found[int.Parse(step, CultureInfo.InvariantCulture)];
            }
            else if (!found.TryGetProperty(step, out found))
            {
                return "";
            }
        }

        return found.GetRawText();
    }
}
