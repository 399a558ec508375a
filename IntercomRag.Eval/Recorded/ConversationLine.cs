using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Eval.Recorded;

/// <summary>The written form of a recorded conversation; fields that only a data set knows are left alone.</summary>
internal sealed record ConversationLine(
    string? Id,
    string? ConversationId,
    string? Locale,
    ConversationLine.ContactPart? Contact,
    IReadOnlyList<ConversationLine.TurnPart>? Turns,
    ConversationLine.GoldPart? Gold,
    string? Source)
{
    internal sealed record ContactPart(
        string? Name, string? Email, string? Role, IReadOnlyList<string>? Segments, IReadOnlyDictionary<string, JsonElement>? CustomAttributes);

    internal sealed record TurnPart(string? Role, string? Text, [property: JsonConverter(typeof(CountConverter))] int Attachments);

    internal sealed record GoldPart(
        string? Action,
        IReadOnlyList<string>? Accept,
        string? Reason,
        string? Intent,
        IReadOnlyList<string>? ArticleIds,
        string? Answer,
        IReadOnlyList<string>? MustContain,
        bool? Answerable,
        string? Kb,
        bool AgentTurnsMissing);

    /// <summary>How many files came with a message: <c>2</c>, or a list of them.</summary>
    internal sealed class CountConverter : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.Number:
                    return reader.GetInt32();
                case JsonTokenType.True or JsonTokenType.False:
                    return reader.GetBoolean() ? 1 : 0;
                case JsonTokenType.StartArray:
                    using (var list = JsonDocument.ParseValue(ref reader))
                    {
                        return list.RootElement.GetArrayLength();
                    }

                default:
                    throw new JsonException("attachments is neither a number nor a list.");
            }
        }

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }
}
