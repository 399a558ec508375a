using System.Text.Json;

namespace IntercomRag.Simulator.Tests.Support;

/// <summary>Short ways to a value inside of an answer.</summary>
public static class JsonReading
{
    /// <param name="path">Names and indexes: <c>conversation_parts.conversation_parts.0.body</c>.</param>
    public static JsonElement At(this JsonElement json, string path)
    {
        foreach (var step in path.Split('.'))
        {
            json = json.ValueKind is JsonValueKind.Array ? json[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : json.GetProperty(step);
        }

        return json;
    }

    public static string Text(this JsonElement json, string path) => json.At(path).GetString().ShouldNotBeNull($"{path} in {json}");

    public static bool IsNull(this JsonElement json, string path) => json.At(path).ValueKind is JsonValueKind.Null;

    public static bool Has(this JsonElement json, string name) => json.TryGetProperty(name, out _);

    public static IReadOnlyList<string> Texts(this JsonElement json, string path, string name) =>
        [.. json.At(path).EnumerateArray().Select(item => item.GetProperty(name).ToString())];
}
