using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntercomRag.Core.Models.Recording;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Models.Embeddings;

/// <summary>Takes vectors from a file, and asks and records those that are not in it. For a replay there is
/// <see cref="NoServer"/> to ask.</summary>
internal sealed class RecordedEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, IOptions<EmbeddingsOptions> options)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private readonly EmbeddingsOptions _options = options.Value;
    private readonly RecordingFile<RecordedVector> _file = new(options.Value.Recording.File!);

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.Select(text => (Text: text, Key: KeyOf(text, options?.ModelId ?? _options.Name))).ToList();
        var missing = texts.Where(text => _file.Find(text.Key) is null).DistinctBy(text => text.Key).ToList();
        if (missing.Count > 0)
        {
            await AskAsync(missing, options, cancellationToken);
        }

        return new(texts.Select(text => _file.Find(text.Key)!).Select(entry => new Embedding<float>(entry.ToFloats()) { ModelId = entry.Model }));
    }

    private async Task AskAsync(List<(string Text, string Key)> missing, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        var vectors = await InnerGenerator.GenerateAsync(missing.Select(text => text.Text), options, cancellationToken);
        _file.Add(vectors.Zip(missing, (vector, text) => RecordedVector.Of(text.Key, vector.ModelId, _options.Name, vector.Vector.Span)));
    }

    private string KeyOf(string text, string? model)
    {
        var length = _options.Dimensions?.ToString(CultureInfo.InvariantCulture);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\n{length}\n{text}")));
    }
}
