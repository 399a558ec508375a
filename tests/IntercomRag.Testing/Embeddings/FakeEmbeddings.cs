using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace IntercomRag.Testing.Embeddings;

/// <summary>
/// A model that understands a text as the sum of its words, each a direction of its own that depends on the model's name. Words that are
/// <see cref="Means">said to mean the same</see> share one.
/// </summary>
public sealed class FakeEmbeddings(string model = "fake-a", int dimensions = 48) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Dictionary<string, string> _meanings = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<IReadOnlyList<string>> _requests = new();

    /// <summary>Other models that the server has, by name. One that it has not is answered with 404.</summary>
    public IDictionary<string, FakeEmbeddings> Others { get; } = new Dictionary<string, FakeEmbeddings>();

    /// <summary>Asked before every answer; may throw, or wait.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task>? Before { get; set; }

    /// <summary>Changes an answer.</summary>
    public Func<IReadOnlyList<string>, List<Embedding<float>>, List<Embedding<float>>>? Change { get; set; }

    /// <summary>The texts of each request.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Requests => [.. _requests];

    /// <summary>Every text in every request.</summary>
    public IReadOnlyList<string> Texts => [.. _requests.SelectMany(request => request)];

    public FakeEmbeddings Means(string word, string other)
    {
        _meanings[word] = other;
        return this;
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        if (options?.ModelId is { } asked && asked != model)
        {
            return Others.TryGetValue(asked, out var other)
                ? await other.GenerateAsync(texts, null, cancellationToken)
                : throw new HttpRequestException("no such model", null, System.Net.HttpStatusCode.NotFound);
        }

        _requests.Enqueue(texts);
        if (Before is { } before)
        {
            await before(texts, cancellationToken);
        }

        var answer = texts.Select(text => new Embedding<float>(VectorOf(text))).ToList();
        return [.. Change?.Invoke(texts, answer) ?? answer];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("fake", null, model, dimensions) : null;

    public void Dispose()
    {
    }

    private float[] VectorOf(string text)
    {
        var sum = new float[dimensions];
        foreach (var word in text.Split([' ', '\n', '.', ',', '?', '/', '>'], StringSplitOptions.RemoveEmptyEntries))
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{model} {_meanings.GetValueOrDefault(word, word).ToLowerInvariant()}"));
            var dice = new Random(BitConverter.ToInt32(hash));
            for (var i = 0; i < dimensions; i++)
            {
                sum[i] += (float)(dice.NextDouble() - 0.5);
            }
        }

        // A vector's length is the model's affair, and differs.
        return [.. sum.Select(number => number * 3)];
    }
}
