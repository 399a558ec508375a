using IntercomRag.Core.Models.Embeddings;
using IntercomRag.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Models.Embeddings;

public sealed class BatchedEmbeddingGeneratorTests : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<(TimeSpan After, string[] Texts)> _asked = [];

    [Fact]
    public async Task Generate_ManyTexts_AreSentInBatchesAndComeBackInOrder()
    {
        using var generator = Generator(new EmbeddingsOptions { BatchSize = 2 });

        var vectors = await generator.GenerateAsync(["a", "bb", "ccc", "dddd", "eeeee"], cancellationToken: TestContext.Current.CancellationToken);

        _asked.Select(batch => string.Concat(batch.Texts)).ShouldBe(["abb", "cccdddd", "eeeee"]);
        vectors.Select(vector => vector.Vector.Span[0]).ShouldBe([1, 2, 3, 4, 5]);
        vectors.Usage!.InputTokenCount.ShouldBe(5);
    }

    [Fact]
    public async Task Generate_RequestsPerMinute_AreSpreadEvenly()
    {
        using var generator = Generator(new EmbeddingsOptions { BatchSize = 1, RequestsPerMinute = 30 });

        var vectors = generator.GenerateAsync(["a", "b", "c"], cancellationToken: TestContext.Current.CancellationToken);
        for (var i = 1; i < 3; i++)
        {
            await Eventually.HoldsAsync(() => _time.WaitingTimers == 1, cancellationToken: TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromSeconds(2));
            await Eventually.HoldsAsync(() => _asked.Count == i + 1, cancellationToken: TestContext.Current.CancellationToken);
        }

        await vectors;
        _asked.Select(batch => batch.After.TotalSeconds).ShouldBe([0, 2, 4]);
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        _asked.Add((_time.GetUtcNow() - new FakeTimeProvider().GetUtcNow(), texts));
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(new float[] { text.Length })))
        {
            Usage = new UsageDetails { InputTokenCount = texts.Length },
        });
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private BatchedEmbeddingGenerator Generator(EmbeddingsOptions options) => new(this, Options.Create(options), _time);
}
