using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.OpenAi;

/// <summary>
/// The answer of <c>POST /embeddings</c>, in the order of the texts whatever order the server gives:
/// <code>{"object":"list","model":"text-embedding-3-small","data":[{"index":0,"embedding":[0.1,-0.2]}],"usage":{"prompt_tokens":5,"total_tokens":5}}</code>
/// A vector may also be a string: little-endian floats in base64.
/// </summary>
internal static class EmbeddingAnswer
{
    /// <param name="count">Texts that were sent.</param>
    /// <exception cref="JsonException">It is none, or it lacks a vector, or vectors differ in length.</exception>
    public static GeneratedEmbeddings<Embedding<float>> Read(BinaryData body, int count, DateTimeOffset now)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("An answer with vectors has 'data'.");
        }

        var model = root.TryGetProperty("model", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        var vectors = new float[count][];
        foreach (var (item, position) in data.EnumerateArray().Select((item, i) => (item, i)))
        {
            var index = item.TryGetProperty("index", out var number) ? number.GetInt32() : position;
            if (index < 0 || index >= count)
            {
                throw new JsonException("There is a vector for a text that was not sent.");
            }

            vectors[index] = Vector(item.GetProperty("embedding"));
        }

        if (vectors.Any(vector => vector is not { Length: > 0 } || vector.Length != vectors[0].Length || !vector.All(float.IsFinite)))
        {
            throw new JsonException("A vector is missing, or has another length than the others, or holds what is no number.");
        }

        return new(vectors.Select(vector => new Embedding<float>(vector) { ModelId = model, CreatedAt = now })) { Usage = UsageOf(root) };
    }

    private static float[] Vector(JsonElement embedding) => embedding.ValueKind == JsonValueKind.String
        ? MemoryMarshal.Cast<byte, float>(embedding.GetBytesFromBase64()).ToArray()
        : [.. embedding.EnumerateArray().Select(number => number.GetSingle())];

    private static UsageDetails? UsageOf(JsonElement root) =>
        root.TryGetProperty("usage", out var usage)
        && usage.ValueKind == JsonValueKind.Object
        && usage.TryGetProperty("prompt_tokens", out var tokens)
        && tokens.TryGetInt64(out var count)
            ? new UsageDetails { InputTokenCount = count, TotalTokenCount = count }
            : null;
}
