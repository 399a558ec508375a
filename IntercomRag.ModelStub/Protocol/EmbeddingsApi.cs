using System.Runtime.InteropServices;
using System.Text.Json;
using IntercomRag.ModelStub.Behaviours;
using IntercomRag.ModelStub.Requests;
using IntercomRag.ModelStub.Vectors;
using Microsoft.Extensions.Options;

namespace IntercomRag.ModelStub.Protocol;

/// <summary><c>POST /v1/embeddings</c>: vectors as numbers, or as little-endian floats in base64.</summary>
internal sealed class EmbeddingsApi(Gate gate, RequestLog log, TimeProvider time, IOptions<StubOptions> options)
{
    private const string Name = "embeddings";
    private const int LargestDimensions = 16_384;

    public async Task<IResult> EmbedAsync(JsonElement body, HttpContext context)
    {
        var behaviour = gate.Pass(context.Request, Name, body, log, out var problem);
        if (problem is not null)
        {
            return problem;
        }

        if (Texts(body) is not { } texts)
        {
            return OpenAiProblem.Refused("input", "'input' must be a text or a list of texts.");
        }

        if (behaviour is BehaviourKind.Slow or BehaviourKind.Hangs)
        {
            await Task.Delay(behaviour == BehaviourKind.Slow ? options.Value.SlowBy : Timeout.InfiniteTimeSpan, time, context.RequestAborted);
        }

        var dimensions = body.Number("dimensions") is > 0 and <= LargestDimensions and var length ? length : options.Value.Dimensions;
        var isBase64 = body.Text("encoding_format") == "base64";
        var vectors = behaviour == BehaviourKind.Empty ? [] : texts.Select(text => HashedVector.Of(text, dimensions)).ToList();
        var tokens = texts.Sum(text => ChatAnswer.TokensOf(text.Length));
        var json = JsonSerializer.Serialize(new
        {
            @object = "list",
            model = body.Text("model") ?? "stub",
            data = vectors.Select((vector, i) => new { @object = "embedding", index = i, embedding = isBase64 ? (object)Encode(vector) : vector }),
            usage = new { prompt_tokens = tokens, total_tokens = tokens },
        });
        return Results.Text(behaviour == BehaviourKind.BrokenJson ? json[..(json.Length / 2)] : json, "application/json");
    }

    private static List<string>? Texts(JsonElement body)
    {
        if (body.Child("input") is not { } input)
        {
            return null;
        }

        var items = input.ValueKind == JsonValueKind.Array ? input.EnumerateArray().ToList() : [input];
        return items.Count > 0 && items.All(item => item.ValueKind == JsonValueKind.String) ? items.ConvertAll(item => item.GetString()!) : null;
    }

    private static string Encode(float[] vector) => Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector));
}
