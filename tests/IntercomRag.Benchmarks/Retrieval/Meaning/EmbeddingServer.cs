using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace IntercomRag.Benchmarks.Retrieval.Meaning;

/// <summary>Embeddings of a server that speaks OpenAI's protocol, such as <c>tests/embeddings/server.mjs</c>.</summary>
/// <param name="endpoint">Up to and with the version: <c>http://127.0.0.1:5095/v1</c>.</param>
internal sealed class EmbeddingServer(string endpoint, string model) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly EmbeddingGeneratorMetadata _metadata = new("openai", new Uri(endpoint), model);

    /// <remarks><c>{"data":[{"index":0,"embedding":[0.1,…]},…]}</c></remarks>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var response = await _http.PostAsJsonAsync($"{endpoint.TrimEnd('/')}/embeddings", new { model = options?.ModelId ?? model, input = values }, cancellationToken);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return
        [
            .. body.GetProperty("data").EnumerateArray()
                .OrderBy(item => item.GetProperty("index").GetInt32())
                .Select(item => new Embedding<float>(item.GetProperty("embedding").EnumerateArray().Select(number => number.GetSingle()).ToArray())),
        ];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : null;

    public void Dispose() => _http.Dispose();
}
