using System.Runtime.InteropServices;
using IntercomRag.Core.Embeddings;
using Microsoft.Extensions.AI;

namespace IntercomRag.Benchmarks.Retrieval.Meaning;

/// <summary>
/// Vectors of one model in a file outside the repository, so that a text of the reference data is embedded once and not in every run. A record is the
/// hash of the text and its numbers; one that was cut off by a kill is written again.
/// </summary>
internal sealed class VectorCache : IDisposable
{
    private const int Batch = 16;
    private const int HashLength = 32;

    private readonly Dictionary<string, float[]> _vectors = new(StringComparer.Ordinal);
    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly FileStream _file;

    private VectorCache(IEmbeddingGenerator<string, Embedding<float>> generator, FileStream file) => (_generator, _file) = (generator, file);

    public static async Task<VectorCache> OpenAsync(IEmbeddingGenerator<string, Embedding<float>> generator, string model, CancellationToken cancellationToken)
    {
        var dimensions = (await generator.GenerateAsync(["dimensions"], cancellationToken: cancellationToken))[0].Vector.Length;
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "intercomrag", "vectors");
        Directory.CreateDirectory(folder);
        var file = new FileStream(Path.Combine(folder, $"{Uri.EscapeDataString(model)}-{dimensions}.bin"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var cache = new VectorCache(generator, file);
        var record = new byte[HashLength + (dimensions * sizeof(float))];
        while (await file.ReadAtLeastAsync(record, record.Length, throwOnEndOfStream: false, cancellationToken) == record.Length)
        {
            cache._vectors[Convert.ToHexStringLower(record, 0, HashLength)] = MemoryMarshal.Cast<byte, float>(record.AsSpan(HashLength)).ToArray();
        }

        file.SetLength(cache._vectors.Count * (long)record.Length);
        file.Seek(0, SeekOrigin.End);
        return cache;
    }

    /// <summary>Vectors of length 1, in the order of the texts.</summary>
    public async Task<IReadOnlyList<float[]>> ReadAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var keys = texts.Select(PassageText.HashOf).ToList();
        var missing = keys.Zip(texts).Where(text => !_vectors.ContainsKey(text.First)).DistinctBy(text => text.First).ToList();
        foreach (var batch in missing.Chunk(Batch))
        {
            var vectors = await _generator.GenerateAsync(batch.Select(text => text.Second), cancellationToken: cancellationToken);
            for (var i = 0; i < batch.Length; i++)
            {
                var vector = vectors[i].Vector.ToArray();
                var length = MathF.Sqrt(vector.Sum(number => number * number));
                _vectors[batch[i].First] = [.. vector.Select(number => number / length)];
                await _file.WriteAsync(Convert.FromHexString(batch[i].First), cancellationToken);
                await _file.WriteAsync(MemoryMarshal.AsBytes(_vectors[batch[i].First].AsSpan()).ToArray(), cancellationToken);
            }
        }

        await _file.FlushAsync(cancellationToken);
        return [.. keys.Select(key => _vectors[key])];
    }

    public void Dispose() => _file.Dispose();
}
