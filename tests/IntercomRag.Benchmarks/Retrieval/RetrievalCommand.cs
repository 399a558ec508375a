using System.Diagnostics;
using System.Globalization;
using IntercomRag.Benchmarks.Retrieval.Meaning;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Retrieval;

/// <summary>
/// <c>retrieval</c>: puts every recorded conversation of the reference data through query, search and confidence as a turn does, and
/// prints how often the right article comes first and how well the confidence tells answerable questions from others. <c>retrieval ablations</c>
/// says what each part of the ranking is worth, <c>retrieval --embeddings</c> what meaning adds to it.
/// </summary>
internal static class RetrievalCommand
{
    private static readonly string[] Sets = ["doc2dial", "mtrag", "stackfaq", "fr_doc2dial", "cnil", "service_public", "wikit_covid"];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (SharedData.Missing("data") is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }

        switch (arguments.ToArray())
        {
            case ["ablations"]:
                return await AblationCommand.RunAsync(Sets, cancellationToken);
            case ["--embeddings", var endpoint, "--model", var model, .. var sets]:
                return await MeaningCommand.RunAsync(endpoint, model, sets.Length > 0 ? sets : Sets, cancellationToken);
            case not []:
                Console.Error.WriteLine("retrieval takes nothing, or: ablations | --embeddings URL --model NAME [set …]");
                return 2;
        }

        var policies = PolicyReader.Read(Path.Combine(RepositoryRoot.Folder, "policies"));
        var foreign = DataSet.ReadCases(SharedData.PathTo("data", "cross_oos", "conversations.jsonl"), "cross_oos").ToLookup(item => item.KnowledgeBase);
        Console.WriteLine($"set             articles chunks index s | {RetrievalScores.Header}");
        foreach (var set in Sets)
        {
            await MeasureAsync(set, [.. foreign[set]], policies, cancellationToken);
        }

        return 0;
    }

    private static async Task MeasureAsync(string set, IReadOnlyList<DataSetCase> foreign, PolicySet policies, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("retrieval");
        try
        {
            var index = BenchmarkIndex.Create(Path.Combine(folder.FullName, "knowledge.db"));
            var watch = Stopwatch.StartNew();
            var (articles, chunks) = (0, 0);
            foreach (var article in DataSet.ReadArticles(SharedData.PathTo("data", set, "articles.jsonl")))
            {
                var entry = IndexEntry.Build(article, article.Contents[0], new CollectionTree([]));
                await index.ReplaceAsync(entry, cancellationToken);
                articles++;
                chunks += entry.Chunks.Count;
            }

            var seconds = watch.Elapsed.TotalSeconds;
            var own = DataSet.ReadCases(SharedData.PathTo("data", set, "conversations.jsonl"), set);
            var results = new List<CaseResult>();
            using var words = new LiveWordIndex(index);
            await words.RefreshAsync(cancellationToken);
            var retriever = new Retriever(words, index, policies);
            foreach (var (item, isForeign) in own.Select(item => (item, false)).Concat(foreign.Select(item => (item, true))))
            {
                results.Add(await AskAsync(retriever, item, isForeign, cancellationToken));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{set,-15} {articles,8} {chunks,6} {seconds,7:0.0} | {RetrievalScores.Of(results, policies.Assistant.Thresholds.Answer)}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<CaseResult> AskAsync(Retriever retriever, DataSetCase item, bool isForeign, CancellationToken cancellationToken)
    {
        var turn = CaseTurn.Of(item);
        var started = Stopwatch.GetTimestamp();
        var evidence = await retriever.RetrieveAsync(turn, item.Locale, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var rank = evidence.Articles.ToList().FindIndex(article => item.ArticleIds.Contains(article.Article.Key.ArticleId));
        return new CaseResult(rank < 0 ? null : rank + 1, evidence.Confidence, item.ArticleIds.Count > 0, isForeign, elapsed);
    }
}
