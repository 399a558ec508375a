using System.Text.Json;
using IntercomRag.ModelStub.Brains;

namespace IntercomRag.ModelStub.Protocol;

/// <summary>The body of <c>POST /v1/chat/completions</c>, as far as the stub looks at it.</summary>
internal sealed record ChatCall(JsonElement Body)
{
    public string? Model => Body.Text("model");

    public bool Streams => Body.IsTrue("stream");

    public bool WantsUsage => Body.Child("stream_options")?.IsTrue("include_usage") is true;

    public string? Format => Body.Child("response_format")?.Text("type");

    public int Characters => Messages.Sum(message => message.Text.Length);

    public StubPrompt Prompt
    {
        get
        {
            var instructions = All("system");
            return new StubPrompt(instructions, All("user"), Schema ?? instructions);
        }
    }

    private string? Schema => Body.Child("response_format")?.Child("json_schema")?.Child("schema")?.GetRawText();

    private IEnumerable<(string? Role, string Text)> Messages => Body.Child("messages") is { ValueKind: JsonValueKind.Array } messages
        ? messages.EnumerateArray().Select(message => (message.Text("role"), message.Text("content") ?? ""))
        : [];

    public bool Has(string field) => Body.Child(field) is not null;

    private string All(string role) => string.Join("\n\n", Messages.Where(message => message.Role == role).Select(message => message.Text));
}
