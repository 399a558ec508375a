using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Core.Intercom.Json;

/// <summary>Nobody is <c>null</c> up to 2.15 and <c>0</c> from 2.16 on; here it is always null.</summary>
internal sealed class AssigneeIdConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<string>(ref reader, options) is { } id && id is not ("" or "0") ? id : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
