using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Simulator.Workspace.Seeding;

/// <summary>Reads ids that are written by hand, as <c>"9001"</c> or as <c>9001</c>, into the text that Intercom's ids are.</summary>
internal sealed class TextOrNumberConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.String => reader.GetString(),
        _ => throw new JsonException("Expected a text or a number."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
