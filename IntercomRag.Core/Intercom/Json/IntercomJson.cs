using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Core.Intercom.Json;

/// <summary>
/// How Intercom's JSON is read, in REST answers and in webhooks, over API versions 2.10 to 2.17: unknown members and values pass, missing
/// and null lists are empty, and where versions differ in shape (ids, times, lists, locales) a converter reads all of them.
/// </summary>
/// <remarks>Not source-generated: the generator forgets the defaults of init-only properties when a member is missing.</remarks>
public static class IntercomJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            RespectNullableAnnotations = true,
            Converters =
            {
                new TextConverter(),
                new FlagConverter(),
                new TimeConverter(),
                new ListConverterFactory(),
                new MapConverterFactory(),
                new ListAnswerConverterFactory(),
                new NextPageConverter(),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
