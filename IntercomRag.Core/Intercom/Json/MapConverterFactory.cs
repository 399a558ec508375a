using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Core.Intercom.Json;

/// <summary>
/// Objects whose members are data. Attributes may have values of any JSON type; of translations only the objects count:
/// <code>
/// "custom_attributes":{"Has attachments":false,"Plan":"pro","Seats":12.5}
/// "translated_content":{"type":"article_translated_content","fr":{"type":"article_content",…},"de":null}
/// </code>
/// Anything but an object, such as null, is an empty map.
/// </summary>
internal sealed class MapConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType
        && typeToConvert.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
        && typeToConvert.GetGenericArguments()[0] == typeof(string);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(MapConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()[1]))!;

    private sealed class MapConverter<T> : JsonConverter<IReadOnlyDictionary<string, T>>
    {
        private static readonly bool TakesAnyValue = typeof(T) == typeof(JsonElement) || typeof(T) == typeof(object);

        public override bool HandleNull => true;

        public override IReadOnlyDictionary<string, T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var map = new Dictionary<string, T>(StringComparer.Ordinal);
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                return map;
            }

            while (Nested.NextMember(ref reader) is { } name)
            {
                if (TakesAnyValue || reader.TokenType == JsonTokenType.StartObject)
                {
                    map[name] = Nested.Read<T>(ref reader, options, $"['{name}']")!;
                }
                else
                {
                    reader.Skip();
                }
            }

            return map;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, item) in value)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, item, options);
            }

            writer.WriteEndObject();
        }
    }
}
