using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Core.Intercom.Json;

/// <summary>
/// <code>
/// {"type":"list","data":[…],"total_count":57,"pages":{…}}      articles, collections, tags, segments, help centers
/// {"type":"conversation.list","conversations":[…],"total_count":57,"pages":{…}}      {"type":"admin.list","admins":[…]}      {"type":"team.list","teams":[…]}
/// </code>
/// An answer without any list is an error: taken for an empty one, it would make a sync remove everything.
/// </summary>
internal sealed class ListAnswerConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ListAnswer<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ListAnswerConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class ListAnswerConverter<T> : JsonConverter<ListAnswer<T>>
    {
        public override ListAnswer<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("an object that holds a list was expected");
            }

            List<T>? items = null;
            PageLinks? pages = null;
            int? totalCount = null;
            while (Nested.NextMember(ref reader) is { } name)
            {
                switch (name, reader.TokenType)
                {
                    case ("pages", JsonTokenType.StartObject):
                        pages = Nested.Read<PageLinks>(ref reader, options, ".pages");
                        break;
                    case ("total_count", _):
                        totalCount = Nested.Read<int?>(ref reader, options, ".total_count");
                        break;
                    case (_, JsonTokenType.StartArray) when items is null:
                        items = Nested.ReadArray<T>(ref reader, options, $".{name}");
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            return new ListAnswer<T>(items ?? throw new JsonException("it holds no list"), pages, totalCount);
        }

        public override void Write(Utf8JsonWriter writer, ListAnswer<T> value, JsonSerializerOptions options) =>
            throw new NotSupportedException("List answers are only read.");
    }
}
