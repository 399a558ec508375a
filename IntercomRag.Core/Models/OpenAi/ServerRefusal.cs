using System.ClientModel.Primitives;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntercomRag.Core.Models.OpenAi;

/// <summary>
/// The body of an error. Servers agree on little:
/// <code>
/// OpenAI   {"error":{"message":"Unsupported parameter: 'max_tokens' …","type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}}
/// Mistral  {"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]}}
/// vLLM     {"object":"error","message":"[{'type': 'extra_forbidden', 'loc': ('body', 'response_format') …","type":"BadRequestError","code":400}
/// </code>
/// </summary>
/// <param name="Text">The whole body; it may quote the prompt, so it goes nowhere.</param>
/// <param name="Code">Of the error, when it is a plain word.</param>
internal sealed partial record ServerRefusal(string Text, string? Code, string? Parameter)
{
    public static ServerRefusal Read(PipelineResponse? response) => Of(TextOf(response));

    public static ServerRefusal Of(string text)
    {
        try
        {
            using var body = JsonDocument.Parse(text);
            var error = Child(body.RootElement, "error") ?? body.RootElement;
            return new ServerRefusal(text, Plain(error, "code") ?? Plain(error, "type"), Plain(error, "param"));
        }
        catch (JsonException)
        {
            // A page of a proxy, or nothing.
            return new ServerRefusal(text, null, null);
        }
    }

    /// <summary>Whether the error is about a field of the request.</summary>
    public bool Names(string field) => Parameter is null ? Text.Contains(field, StringComparison.Ordinal) : Parameter.StartsWith(field, StringComparison.Ordinal);

    /// <summary>Codes and names of fields, such as <c> (invalid_api_key)</c>.</summary>
    public string Describe() => (Code, Parameter) switch
    {
        (null, null) => "",
        (var code, null) => $" ({code})",
        (null, var parameter) => $" ({parameter})",
        var (code, parameter) => $" ({code}, {parameter})",
    };

    private static string TextOf(PipelineResponse? response)
    {
        try
        {
            return response?.Content.ToString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // It was never read: the connection broke before the body came.
            return "";
        }
    }

    private static JsonElement? Child(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.Object ? child : null;

    private static string? Plain(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var child)
        && child.ValueKind == JsonValueKind.String
        && Identifier().IsMatch(child.GetString()!)
            ? child.GetString()
            : null;

    [GeneratedRegex(@"^[A-Za-z0-9_.\[\]-]{1,60}\z")]
    private static partial Regex Identifier();
}
