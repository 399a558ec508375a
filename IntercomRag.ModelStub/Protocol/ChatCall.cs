using System.Text.Json;
using IntercomRag.ModelStub.Brains;

namespace IntercomRag.ModelStub.Protocol;

/// <summary>The body of <c>POST /v1/chat/completions</c>, as far as the stub looks at it.</summary>
internal sealed record ChatCall(JsonElement Body)
{
    public string? Model => Text(Body, "model");

    public bool Streams => Body.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;

    public bool WantsUsage =>
        Body.TryGetProperty("stream_options", out var options) && options.TryGetProperty("include_usage", out var usage) && usage.ValueKind == JsonValueKind.True;

    public string? Format => Body.TryGetProperty("response_format", out var format) ? Text(format, "type") : null;

    public int Characters => Messages.Sum(message => message.Text.Length);

    public StubPrompt Prompt
    {
        get
        {
            var instructions = All("system");
            return new StubPrompt(instructions, All("user"), Schema ?? instructions);
        }
    }

    private string? Schema =>
        Body.TryGetProperty("response_format", out var format) && format.TryGetProperty("json_schema", out var named) && named.TryGetProperty("schema", out var schema)
            ? schema.GetRawText()
            : null;

    private IEnumerable<(string? Role, string Text)> Messages =>
        Body.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? messages.EnumerateArray().Select(message => (Text(message, "role"), Text(message, "content") ?? ""))
            : [];

    public bool Has(string field) => Body.TryGetProperty(field, out var value) && value.ValueKind is not JsonValueKind.Null;

    private string All(string role) => string.Join("\n\n", Messages.Where(message => message.Role == role).Select(message => message.Text));

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
