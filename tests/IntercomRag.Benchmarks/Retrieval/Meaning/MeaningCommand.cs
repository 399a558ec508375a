using System.Globalization;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;
using IntercomRag.Eval.Measures;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Retrieval.Meaning;

/// <summary>
/// <c>retrieval --embeddings URL --model NAME [sets]</c>: what the meaning of passages adds to their words, with a real model: recall of words alone, vectors alone and
/// both, and how well the confidence holds with and without.
/// </summary>
internal static class MeaningCommand
{
    private static readonly double[] s_weights = [0.25, 0.5, 0.75, 1, 1.5, 2];

    public static async Task<int> RunAsync(string endpoint, string model, IReadOnlyList<string> sets, CancellationToken cancellationToken)
    {
        using var server = new EmbeddingServer(endpoint, model);
        using var vectors = await VectorCache.OpenAsync(server, model, cancellationToken);
        var policies = PolicyReader.Read(Path.Combine(RepositoryRoot.Folder, "policies"));
        var foreign = DataSet.ReadCases(SharedData.PathTo("data", "cross_oos", "conversations.jsonl"), "cross_oos").ToLookup(item => item.KnowledgeBase);
        Console.WriteLine("set             ranking            recall@1 recall@5   change of recall@1 (95 %)   of recall@5 (95 %)           AUROC   ECE");
        foreach (var name in sets)
        {
            var set = await MeaningSet.ReadAsync(name, foreign[name], vectors, cancellationToken);
            var words = await set.FindAsync(RankingWeights.Default with { Meaning = 0 }, cancellationToken);
            var before = set.Ranks(words);
            Print(set, "words alone", before, before, Confidence(set, words, policies));
            Print(set, "vectors alone", set.RanksByMeaning(), before, "");
            Print(set, "both, by ranks", set.RanksByReciprocalRanks(words), before, "");
            foreach (var weight in s_weights)
            {
                var both = await set.FindAsync(RankingWeights.Default with { Meaning = weight }, cancellationToken);
                Print(set, string.Create(CultureInfo.InvariantCulture, $"both, weight {weight}"), set.Ranks(both), before, Confidence(set, both, policies));
            }
        }

        return 0;
    }

    private static void Print(MeaningSet set, string name, IReadOnlyList<int> ranks, IReadOnlyList<int> before, string confidence)
    {
        var answerable = Enumerable.Range(0, ranks.Count).Where(i => set.Cases[i].ArticleIds.Count > 0).ToList();
        List<int[]> now = [[.. answerable.Select(i => ranks[i])]];
        List<int[]> then = [[.. answerable.Select(i => before[i])]];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{set.Name,-15} {name,-18} {Recall.At(1, now),8:0.000} {Recall.At(5, now),8:0.000}   {Recall.Change(1, then, now)}   {Recall.Change(5, then, now)}   {confidence}"));
    }

    private static string Confidence(MeaningSet set, Finding[] found, PolicySet policies)
    {
        var ranks = set.Ranks(found);
        var sample = ConfidenceSample.Of(found.Select((finding, i) => (finding.Articles.Count == 0 ? 0 : policies.Confidence.Of(finding.Features), ranks[i] == 1)));
        return string.Create(CultureInfo.InvariantCulture, $"{AurocMeasure.Area(sample, sample.Once):0.000} {CalibrationMeasure.Error(sample, sample.Once):0.000}");
    }
}
