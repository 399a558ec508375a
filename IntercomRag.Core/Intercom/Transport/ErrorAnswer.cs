using System.Text.Json;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>
/// The two facts of an error body that are safe to log; its message can repeat what was sent.
/// <code>{"type":"error.list","request_id":"45b30bd1-…","errors":[{"code":"not_found","message":"Resource Not Found"}]}</code>
/// A gateway's HTML page, or nothing at all, gives an error without code.
/// </summary>
internal sealed record ErrorAnswer(string? Code, string? RequestId)
{
    private const int LongestWord = 80;

    public static ErrorAnswer Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var code = Member(root, "errors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0
                ? Word(Member(errors[0], "code"))
                : null;
            return new ErrorAnswer(code, Word(Member(root, "request_id")));
        }
        catch (JsonException)
        {
            return new ErrorAnswer(null, null);
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Word(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 and <= LongestWord } word && !word.Any(char.IsWhiteSpace)
            ? word
            : null;
}
