using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IntercomRag.Benchmarks.Retrieval.Meaning;

/// <summary><c>vectors</c>: time and memory of the search by meaning with random vectors, by number of passages and of dimensions. Returns 1 when 10,000 passages take over 20 ms.</summary>
internal static class VectorSpeedCommand
{
    private const int PassagesOfArticle = 5;
    private const int Searches = 200;
    private const double Limit = 20;

    private static readonly (int Passages, int Dimensions)[] s_sizes = [(1_000, 512), (10_000, 512), (10_000, 1536), (100_000, 512)];

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine("passages dimensions | fill s  file MB | load s  memory MB | search p50 ms  p95 ms");
        var isFast = true;
        foreach (var (passages, dimensions) in s_sizes)
        {
            var p95 = await MeasureAsync(passages, dimensions, cancellationToken);
            isFast &= passages != 10_000 || p95 <= Limit;
        }

        return isFast ? 0 : 1;
    }

    private static async Task<double> MeasureAsync(int passages, int dimensions, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("vectors");
        try
        {
            var path = Path.Combine(folder.FullName, "knowledge.db");
            var options = Options.Create(new SqliteIndexOptions { ConnectionString = $"Endpoint=file://{path};Key=" });
            var file = new SqliteIndexFile(options, TimeProvider.System, NullLogger<SqliteIndexFile>.Instance);
            using var store = new SqliteVectorStore(file, TimeProvider.System);
            var watch = Stopwatch.StartNew();
            await FillAsync(new SqliteKnowledgeIndex(file), store, passages, dimensions, cancellationToken);
            var (filled, size) = (watch.Elapsed.TotalSeconds, new FileInfo(path).Length);

            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var vectors = new LiveVectorIndex(store);
            watch.Restart();
            var space = (await vectors.RefreshAsync(cancellationToken))!;
            var loaded = watch.Elapsed.TotalSeconds;
            var memory = GC.GetTotalMemory(forceFullCollection: true) - before;

            _ = Search(vectors, space);
            var times = Search(vectors, space);
            var p95 = times[(int)(0.95 * Searches)];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{passages,8} {dimensions,10} | {filled,6:0.0} {size / 1e6,8:0.0} | {loaded,6:0.00} {memory / 1e6,10:0.0} | {times[Searches / 2],13:0.0} {p95,7:0.0}"));
            return p95;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <returns>Milliseconds of each search, the shortest first.</returns>
    private static List<double> Search(LiveVectorIndex vectors, EmbeddingSpace space)
    {
        var times = new List<double>();
        for (var search = 0; search < Searches; search++)
        {
            var query = RandomVector(space.Dimensions);
            var started = Stopwatch.GetTimestamp();
            var found = vectors.Search(space, query, "en", [Audience.Everyone]);
            _ = Nearness.Of(found, 1)!.Nearest(1).First();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static async Task FillAsync(SqliteKnowledgeIndex index, SqliteVectorStore store, int passages, int dimensions, CancellationToken cancellationToken)
    {
        for (var article = 0; article < passages / PassagesOfArticle; article++)
        {
            var key = new ArticleKey(article.ToString(CultureInfo.InvariantCulture), "en");
            var chunks = Enumerable.Range(0, PassagesOfArticle).Select(ordinal => new Chunk(ordinal, [], $"Passage {article} {ordinal}.")).ToList();
            await index.ReplaceAsync(new IndexedArticle(new ArticleCard(key, "Title", null, [], [], null, null, null), null, Audience.Everyone, "hash", chunks), cancellationToken);
        }

        var space = await store.BeginSpaceAsync("random", RandomVector(dimensions), cancellationToken);
        var after = "";
        while (await store.ReadPendingAsync(space, after, 512, cancellationToken) is { Count: > 0 } pending)
        {
            after = pending[^1].Hash;
            await store.AddAsync(space, [.. pending.Select(passage => new PassageVector(passage.Hash, RandomVector(dimensions)))], cancellationToken);
        }

        await store.SwitchAsync(space, cancellationToken);
    }

    private static float[] RandomVector(int dimensions)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            vector[i] = (float)(Random.Shared.NextDouble() - 0.5);
        }

        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        return vector;
    }
}
