using System.Diagnostics;
using System.Globalization;
using IntercomRag.Benchmarks.Retrieval;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;
using IntercomRag.Testing;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Benchmarks.Search;

/// <summary>
/// <c>search [--sizes 1000,10000,100000]</c>: how fast articles are indexed and questions searched in Help Centers of several sizes, against SQLite's
/// full-text search over the same articles in the same run.
/// </summary>
internal static class SearchCommand
{
    private const int Questions = 300;

    /// <summary>Milliseconds at the 95th percentile, by articles.</summary>
    private static readonly Dictionary<int, double> Goals = new() { [1_000] = 10, [10_000] = 10, [100_000] = 50 };

    private const double LeastIndexedPerSecond = 200;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (SharedData.Missing("data") is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }

        if (ReadSizes(arguments) is not { } sizes)
        {
            Console.Error.WriteLine("search takes nothing, or: --sizes 1000,10000");
            return 2;
        }

        var questions = Corpus.Questions(Questions);
        Console.WriteLine($"{questions.Count} questions, one after the other; \"search\" is refresh, ranking, confidence and reading ten articles");
        Console.WriteLine("articles  indexed/s  load s   MiB | search p50 ms  p95 ms  p99 ms | FTS5 p50 ms  p95 ms | ratio p95 | goal p95");
        var missed = 0;
        foreach (var size in sizes)
        {
            missed += await MeasureAsync(size, questions, cancellationToken) ? 0 : 1;
        }

        return missed == 0 ? 0 : 1;
    }

    private static List<int>? ReadSizes(IReadOnlyList<string> arguments)
    {
        switch (arguments)
        {
            case []:
                return [.. Goals.Keys];
            case ["--sizes", var list]:
                var sizes = list.Split(',').Select(size => int.TryParse(size, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
                return sizes.TrueForAll(size => size > 0) ? sizes : null;
            default:
                return null;
        }
    }

    private static async Task<bool> MeasureAsync(int size, IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("intercomrag-search");
        try
        {
            var index = BenchmarkIndex.Create(Path.Combine(folder.FullName, "knowledge.db"));
            var watch = Stopwatch.StartNew();
            foreach (var article in Corpus.Articles(size))
            {
                await index.ReplaceAsync(article, cancellationToken);
            }

            var indexed = size / watch.Elapsed.TotalSeconds;
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var words = new LiveWordIndex(index);
            watch.Restart();
            await words.RefreshAsync(cancellationToken);
            var load = watch.Elapsed.TotalSeconds;
            var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / (1024.0 * 1024);

            var retriever = new Retriever(words, index, PolicyReader.Read(Path.Combine(RepositoryRoot.Folder, "policies")));
            var ours = await TimeAsync(questions, question => retriever.RetrieveAsync(CaseTurn.Of(new DataSetCase("search", "en", [(true, question)], new HashSet<string>(), null, "search", "", "")), "en", cancellationToken));
            using var plain = new FullTextSearch(Path.Combine(folder.FullName, "plain.db"));
            plain.Fill(Corpus.Articles(size));
            var theirs = await TimeAsync(questions, question => Task.FromResult(plain.Search(question)));

            var goal = Goals.GetValueOrDefault(size, double.PositiveInfinity);
            var p95 = At(ours, 0.95);
            var isMet = p95 <= goal && indexed >= LeastIndexedPerSecond;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{size,8} {indexed,10:0} {load,7:0.0} {memory,5:0} | {At(ours, 0.5),13:0.0} {p95,7:0.0} {At(ours, 0.99),7:0.0} | {At(theirs, 0.5),11:0.0} {At(theirs, 0.95),7:0.0} | "
                + $"{p95 / At(theirs, 0.95),9:0.00} | {goal:0} ms {(isMet ? "met" : "MISSED")}"));
            return isMet;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<double>> TimeAsync<T>(IReadOnlyList<string> questions, Func<string, Task<T>> ask)
    {
        // The first ones pay for compilation.
        foreach (var question in questions.Take(questions.Count / 3))
        {
            await ask(question);
        }

        var times = new List<double>();
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            await ask(question);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
