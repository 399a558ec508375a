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
    private const string Header = "sl-violations";

    public static bool IsReport(KeyValuePair<string, string> header) => header.Key.Equals(Header, StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<Violation> Read(RelayedAnswer answer) =>
        [.. answer.Headers.Where(IsReport).SelectMany(header => Read(header.Value, answer.Body))];

    private static IEnumerable<Violation> Read(string reports, byte[] body)
    {
        try
        {
            return [.. JsonSerializer.Deserialize<JsonElement[]>(reports)!.Select(report => Read(report, body))];
        }
        catch (JsonException)
        {
            // "Too many violations! [{…": Prism cuts off after 8 KiB, and what the rest said is not known.
            return [new Violation("response", "must have a report that can be read", reports)];
        }
    }

    private static Violation Read(JsonElement report, byte[] body)
    {
        var location = report.GetProperty("location").EnumerateArray().Select(step => step.GetString()!).ToArray();
        return new Violation(
            string.Join('.', location.Select(step => int.TryParse(step, out _) ? "*" : step)),
            WithoutProperty(report.GetProperty("message").GetString()!),
            location is ["response", "body", .. var path] ? Find(body, path) : "");
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
