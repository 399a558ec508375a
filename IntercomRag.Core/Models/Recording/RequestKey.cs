using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.Recording;

/// <summary>
/// SHA-256 over what decides an answer: <c>{"model":"…","messages":[["system","…"],["user","…"]],"schema":{…},"temperature":0.1,"max_tokens":200}</c>.
/// What is sent may differ from server to server; this does not.
/// </summary>
internal static class RequestKey
{
    public static string Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("model", options?.ModelId);
            json.WriteStartArray("messages");
            foreach (var message in messages)
            {
                json.WriteStartArray();
                json.WriteStringValue(message.Role.Value);
                json.WriteStringValue(message.Text);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            if (options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema })
            {
                json.WritePropertyName("schema");
                schema.WriteTo(json);
            }

            if (options?.Temperature is { } temperature)
            {
                json.WriteNumber("temperature", temperature);
            }

            if (options?.MaxOutputTokens is { } limit)
            {
                json.WriteNumber("max_tokens", limit);
            }

            json.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.ToArray()));
    }
}
