using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Models.Embeddings;

/// <summary>Sends texts in requests of <see cref="EmbeddingsOptions.BatchSize"/>, no faster than <see cref="EmbeddingsOptions.RequestsPerMinute"/>.</summary>
internal sealed class BatchedEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> inner, IOptions<EmbeddingsOptions> options, TimeProvider time)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private readonly EmbeddingsOptions _options = options.Value;
    private readonly Lock _gate = new();
    private DateTimeOffset _next;

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var all = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Chunk(_options.BatchSize))
        {
            await WaitAsync(cancellationToken);
            var vectors = await InnerGenerator.GenerateAsync(batch, options, cancellationToken);
            all.AddRange(vectors);
            if (vectors.Usage is { } usage)
            {
                (all.Usage ??= new()).Add(usage);
            }
        }

        return all;
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (_options.RequestsPerMinute is not { } limit)
        {
            return;
        }

        TimeSpan wait;
        var step = TimeSpan.FromMinutes(1) / limit;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var turn = _next > now ? _next : now;
            _next = turn + step;
            wait = turn - now;
        }

        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await Task.Delay(wait, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Who gives up before its turn leaves the place to the next, or a queue of them would keep everybody waiting.
            lock (_gate)
            {
                _next -= step;
            }

            throw;
        }
    }
}
