using System.Text.Json;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.OpenAi;

/// <summary>
/// A piece of a streamed answer, or a whole one, which has <c>message</c> in the place of <c>delta</c>:
/// <code>{"id":"chatcmpl-1","object":"chat.completion.chunk","model":"gpt-4o-mini","choices":[{"index":0,"delta":{"content":"Hel"},"finish_reason":null}]}
/// {"id":"chatcmpl-1","choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15}}</code>
/// Read leniently: servers leave fields out, send null or empty text for nothing, content in parts (Mistral's reasoning models), and reasons to
/// finish that OpenAI does not have, on which the package's typed client throws.
/// </summary>
/// <param name="FinishReason">Null while the answer goes on.</param>
/// <param name="IsError">An error in the middle of a stream: <c>{"error":{…}}</c>.</param>
internal sealed record ChatChunk(string? Id, string? Model, string Text, string? FinishReason, UsageDetails? Usage, bool IsError)
{
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static ChatChunk Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A piece of an answer is a JSON object.");
        }

        var choice = Get(root, "choices") is { ValueKind: JsonValueKind.Array } choices ? choices.EnumerateArray().FirstOrDefault() : default;
        var message = Get(choice, "delta") ?? Get(choice, "message") ?? default;
        return new ChatChunk(
            String(root, "id"),
            String(root, "model"),
            TextOf(Get(message, "content")),
            IsRefusal(message) ? ChatFinishReason.ContentFilter.Value : String(choice, "finish_reason"),
            UsageOf(Get(root, "usage")),
            Get(root, "error") is not null);
    }

    // The model's own refusal comes in place of content: {"refusal":"I'm sorry, …","content":null}
    private static bool IsRefusal(JsonElement message) => String(message, "refusal") is not null;

    private static string TextOf(JsonElement? content) => content switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts => string.Concat(
            parts.EnumerateArray().Where(part => String(part, "type") is null or "text").Select(part => String(part, "text"))),
        _ => "",
    };

    private static UsageDetails? UsageOf(JsonElement? usage) => usage is { ValueKind: JsonValueKind.Object } counts
        ? new UsageDetails
        {
            InputTokenCount = Number(counts, "prompt_tokens"),
            OutputTokenCount = Number(counts, "completion_tokens"),
            TotalTokenCount = Number(counts, "total_tokens"),
            CachedInputTokenCount = Number(Get(counts, "prompt_tokens_details") ?? default, "cached_tokens"),
            ReasoningTokenCount = Number(Get(counts, "completion_tokens_details") ?? default, "reasoning_tokens"),
        }
        : null;

    private static JsonElement? Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? String(JsonElement element, string name) =>
        Get(element, name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;

    private static long? Number(JsonElement element, string name) =>
        Get(element, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) && value >= 0 ? value : null;
}
