using System.Text.Json;

namespace IntercomRag.Core.Intercom.Json;

/// <summary>Says where JSON is wrong and what is wrong with it, without repeating any of it.</summary>
public static class JsonFailure
{
    /// <summary>Such as <c>$.conversation_parts[3].created_at</c>.</summary>
    public static string PathOf(JsonException exception) => exception is NestedJsonException { InnerException: JsonException inner } nested
        ? Root(exception) + nested.PathBelow + PathOf(inner)[1..]
        : Root(exception);

    public static string CauseOf(JsonException exception) => exception switch
    {
        NestedJsonException { InnerException: JsonException inner } => CauseOf(inner),

        // The serializer wraps the reader's exceptions, which quote what they stumbled over.
        { InnerException: JsonException } => $"not JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine})",
        _ => WithoutPosition(exception.Message),
    };

    private static string Root(JsonException exception) => exception.Path ?? "$";

    // "The JSON value could not be converted to System.Int32. Path: $.id | LineNumber: 0 | BytePositionInLine: 9."
    private static string WithoutPosition(string message) => message.Split(" Path: ")[0].TrimEnd('.');
}
