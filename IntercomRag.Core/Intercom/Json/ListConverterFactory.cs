using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Core.Intercom.Json;

/// <summary>
/// Lists, bare or wrapped. Intercom wraps most of them, and the member's name changes between endpoints and versions:
/// <code>
/// "tags":{"type":"tag.list","tags":[…]}        "companies":{"type":"list","data":[…],"total_count":2}
/// "teammates":{"type":"admin.list","admins":[…]} or {…,"teammates":[…]}        "attachments":[…]        "teammates":null
/// </code>
/// The first array in the wrapper is the list; no wrapper and null are an empty one, and so are null elements left out.
/// </summary>
internal sealed class ListConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ListConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class ListConverter<T> : JsonConverter<IReadOnlyList<T>>
    {
        public override bool HandleNull => true;

        public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Null => [],
            JsonTokenType.StartArray => Nested.ReadArray<T>(ref reader, options),
            JsonTokenType.StartObject => ReadWrapped(ref reader, options),
            _ => throw new JsonException("a list was expected"),
        };

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value)
            {
                JsonSerializer.Serialize(writer, item, options);
            }

            writer.WriteEndArray();
        }

        private static List<T> ReadWrapped(ref Utf8JsonReader reader, JsonSerializerOptions options)
        {
            List<T>? list = null;
            while (Nested.NextMember(ref reader) is { } name)
            {
                if (list is null && reader.TokenType == JsonTokenType.StartArray)
                {
                    list = Nested.ReadArray<T>(ref reader, options, $".{name}");
                }
                else
                {
                    reader.Skip();
                }
            }

            return list ?? [];
        }
    }
}
