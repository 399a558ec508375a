using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntercomRag.Core.Telemetry;

/// <summary>Attributes that are lists of things: a span attribute cannot hold structures, so they are JSON in a string.</summary>
internal static class SpanJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write<T>(IEnumerable<T> items) => JsonSerializer.Serialize(items, s_options);

    /// <exception cref="JsonException">It is no such list.</exception>
    public static IReadOnlyList<T> Read<T>(string json) => JsonSerializer.Deserialize<T[]>(json, s_options) ?? [];

    /// <summary>
    /// Messages as the conventions shape them: <c>[{"role":"user","parts":[{"type":"text","content":"…"}]}]</c>.
    /// </summary>
    public static string Messages(string role, IEnumerable<string> texts) =>
        Write(texts.Select(text => new SpanMessage(role, [new SpanMessagePart("text", text)])));

    /// <summary>The words of such messages, a line each.</summary>
    /// <exception cref="JsonException">It is no list of messages.</exception>
    public static string TextOf(string messages) => string.Join(
        '\n', Read<SpanMessage>(messages).SelectMany(message => message.Parts).Select(part => part.Content).OfType<string>());

    /// <summary>Six decimals: what differs beyond is the processor's.</summary>
    public static double Round(double value) => Math.Round(value, 6);

    private sealed record SpanMessage(string Role, IReadOnlyList<SpanMessagePart> Parts);

    private sealed record SpanMessagePart(string Type, string? Content);
}
