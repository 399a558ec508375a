using System.Text.Json;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.OpenAi;

/// <summary>
/// The body of <c>POST /chat/completions</c>:
/// <code>{"model":"gpt-4o-mini","messages":[{"role":"system","content":"…"},{"role":"user","content":"…"}],"temperature":0.1,"max_tokens":200,
/// "response_format":{"type":"json_schema","json_schema":{"name":"intent","strict":true,"schema":{…}}},"stream":true,"stream_options":{"include_usage":true}}</code>
/// Written here and not by the package's typed client, which sends fields that other servers refuse and cannot leave them out.
/// </summary>
internal static class ChatRequest
{
    public static BinaryData Write(
        string model, IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream, RequestShape shape)
    {
        var schema = options?.ResponseFormat as ChatResponseFormatJson;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("model", options?.ModelId ?? model);
            WriteMessages(json, messages, shape.Format == AnswerFormat.JsonSchema ? null : schema);
            WriteLimits(json, options, shape);
            if (schema is not null)
            {
                WriteFormat(json, schema, shape.Format);
            }

            json.WriteBoolean("stream", stream);
            if (stream && shape.StreamUsage)
            {
                json.WriteStartObject("stream_options");
                json.WriteBoolean("include_usage", true);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return BinaryData.FromBytes(buffer.ToArray());
    }

    private static void WriteMessages(Utf8JsonWriter json, IEnumerable<ChatMessage> messages, ChatResponseFormatJson? toldFormat)
    {
        json.WriteStartArray("messages");
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("role", message.Role.Value);
            json.WriteString("content", message.Role == ChatRole.System ? message.Text + Tell(toldFormat) : message.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLimits(Utf8JsonWriter json, ChatOptions? options, RequestShape shape)
    {
        if (options?.Temperature is { } temperature && shape.Temperature)
        {
            json.WriteNumber("temperature", temperature);
        }

        if (options?.MaxOutputTokens is { } limit)
        {
            json.WriteNumber(shape.LimitField, limit);
        }
    }

    private static void WriteFormat(Utf8JsonWriter json, ChatResponseFormatJson format, AnswerFormat answerFormat)
    {
        if (answerFormat == AnswerFormat.Text)
        {
            return;
        }

        var hasSchema = answerFormat == AnswerFormat.JsonSchema && format.Schema is not null;
        json.WriteStartObject("response_format");
        json.WriteString("type", hasSchema ? "json_schema" : "json_object");
        if (hasSchema)
        {
            json.WriteStartObject("json_schema");
            json.WriteString("name", format.SchemaName ?? "answer");
            json.WriteBoolean("strict", true);
            json.WritePropertyName("schema");
            format.Schema!.Value.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Tell(ChatResponseFormatJson? format) => format?.Schema is { } schema
        ? $"\n\nAnswer with one JSON object and nothing else. It must fit this JSON schema:\n{schema.GetRawText()}"
        : "";
}
