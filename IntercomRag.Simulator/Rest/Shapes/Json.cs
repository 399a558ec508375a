using System.Globalization;
using System.Text.Json.Nodes;

namespace IntercomRag.Simulator.Rest.Shapes;

/// <summary>Values in the forms that Intercom gives them.</summary>
internal static class Json
{
    public static JsonNode Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds();

    public static JsonNode? Seconds(DateTimeOffset? time) => time?.ToUnixTimeSeconds();

    /// <summary>Sample: <c>2026-01-10T07:56:29.000Z</c>.</summary>
    public static JsonNode? Iso(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>An id where Intercom has a JSON number: admin_assignee_id, author_id, parent_ids. Ids that are no numbers stay texts.</summary>
    public static JsonNode NumericId(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : id;

    public static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    public static JsonObject Reference(string type, string? id) => new() { ["type"] = type, ["id"] = id };
}
