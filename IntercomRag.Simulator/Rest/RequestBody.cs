using System.Text.Json;
using IntercomRag.Simulator.Workspace;

namespace IntercomRag.Simulator.Rest;

/// <summary>
/// The JSON body of a write, read as leniently as Intercom does (ids as texts or numbers) and with its errors for what is missing
/// or of the wrong type.
/// </summary>
internal sealed class RequestBody
{
    private readonly JsonElement _json;

    private RequestBody(JsonElement json) => _json = json;

    public static async Task<RequestBody> ReadAsync(HttpRequest request)
    {
        using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        return document.RootElement.ValueKind is JsonValueKind.Object
            ? new RequestBody(document.RootElement.Clone())
            : throw WorkspaceException.Invalid("body", "The body must be a JSON object");
    }

    public static async ValueTask<RequestBody?> BindAsync(HttpContext context) => await ReadAsync(context.Request);

    public JsonElement? Element(string name) =>
        _json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>A text, or a number as text; null when absent.</summary>
    public string? Text(string name) => Element(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => throw WorkspaceException.Invalid(name, $"{name} must be a string"),
    };

    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw WorkspaceException.Missing(name);

    public bool? Flag(string name) => Element(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw WorkspaceException.Invalid(name, $"{name} must be a boolean"),
    };

    /// <summary>A Unix time in seconds.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Element(name) is not { } value)
        {
            return null;
        }

        // The year 9999, beyond which .NET has no dates.
        const long Latest = 253_402_300_799;
        return value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is >= 0 and <= Latest
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw WorkspaceException.Invalid(name, $"{name} must be a Unix timestamp");
    }

    public IReadOnlyList<JsonElement> Items(string name) => Element(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } items => [.. items.EnumerateArray()],
        _ => throw WorkspaceException.Invalid(name, $"{name} must be an array"),
    };

    public RequestBody? Child(string name) => Element(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => new RequestBody(value),
        _ => throw WorkspaceException.Invalid(name, $"{name} must be an object"),
    };

    public IEnumerable<(string Name, JsonElement Value)> Properties() =>
        _json.EnumerateObject().Select(property => (property.Name, property.Value));

    /// <summary>The objects of an array.</summary>
    public IReadOnlyList<RequestBody> Objects(string name) =>
    [
        .. Items(name).Select(item => item.ValueKind is JsonValueKind.Object
            ? new RequestBody(item)
            : throw WorkspaceException.Invalid(name, $"{name} must hold objects")),
    ];
}
