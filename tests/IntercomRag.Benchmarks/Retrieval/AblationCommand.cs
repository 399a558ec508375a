using System.Globalization;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Retrieval;

/// <summary>
/// <c>retrieval ablations</c>: takes one part of the ranking away at a time and prints what recall loses, as the mean over the reference sets, with
/// 95 % intervals over the same questions.
/// </summary>
internal static class AblationCommand
{
    private static readonly (string Name, RankingWeights Weights)[] Changes =
    [
        ("exact words for nearly everything", RankingWeights.Default with { Stem = 0.05, Word = 0.95 }),
        ("no exact words: stems only", RankingWeights.Default with { Stem = 1, Word = 0 }),
        ("no pairs", RankingWeights.Default with { Pair = 0 }),
        ("no best sentence", RankingWeights.Default with { Sentence = 0, Sharpness = 0.84 }),
        ("no stop words", RankingWeights.Default with { StopWord = 0 }),
        ("stop words as other words", RankingWeights.Default with { StopWord = 0.75 }),
        ("title and headings as text", RankingWeights.Default with { Title = 1, Heading = 1 }),
        ("no guesses for mistyped words", RankingWeights.Default with { Guess = 0 }),
        ("no history", RankingWeights.Default with { StaysForCustomer = 0, StaysForAnswer = 0 }),
        ("answers in the history passed over", RankingWeights.Default with { Answer = 0 }),
        ("answers count like the customer", RankingWeights.Default with { Answer = 1 }),
        ("subject hardly ever changes (0.999)", RankingWeights.Default with { StaysForCustomer = 0.999, StaysForAnswer = 0.999 }),
    ];

    public static async Task<int> RunAsync(IReadOnlyList<string> sets, CancellationToken cancellationToken)
    {
        var data = sets.Select(set => (Set: set, Articles: Articles(set), Cases: Cases(set))).ToList();
        var full = await RanksAsync(data, RankingWeights.Default, cancellationToken);
        Console.WriteLine($"{"",-38} recall@1  recall@5   change of recall@1 (95 %)     of recall@5 (95 %)");
        Console.WriteLine($"{"everything",-38} {Recall.At(1, full),8:0.000}  {Recall.At(5, full),8:0.000}");
        foreach (var (name, weights) in Changes)
        {
            var without = await RanksAsync(data, weights, cancellationToken);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-38} {Recall.At(1, without),8:0.000}  {Recall.At(5, without),8:0.000}   {Recall.Change(1, full, without)}   {Recall.Change(5, full, without)}"));
        }

        return 0;
    }

    private static List<IndexedArticle> Articles(string set) =>
        [.. DataSet.ReadArticles(SharedData.PathTo("data", set, "articles.jsonl")).Select(article => IndexEntry.Build(article, article.Contents[0], new CollectionTree([])))];

    private static List<DataSetCase> Cases(string set) =>
        [.. DataSet.ReadCases(SharedData.PathTo("data", set, "conversations.jsonl"), set).Where(item => item.ArticleIds.Count > 0)];

    /// <summary>For each set the rank of the first right article of each case; 0 when it was not found.</summary>
    private static async Task<List<int[]>> RanksAsync(
        List<(string Set, List<IndexedArticle> Articles, List<DataSetCase> Cases)> data, RankingWeights weights, CancellationToken cancellationToken)
    {
        var ranks = new List<int[]>();
        foreach (var (_, articles, cases) in data)
        {
            var index = new WordIndex(weights);
            articles.ForEach(index.Put);
            var found = new int[cases.Count];
            await Parallel.ForAsync(0, cases.Count, cancellationToken, (i, _) =>
            {
                var finding = Finding.Of(CaseTurn.Of(cases[i]), index, [Audience.Everyone], limit: 10, nearness: null);
                found[i] = finding.Articles.ToList().FindIndex(article => cases[i].ArticleIds.Contains(article.Key.ArticleId)) + 1;
                return ValueTask.CompletedTask;
            });
            ranks.Add(found);
        }

        return ranks;
    }
}
