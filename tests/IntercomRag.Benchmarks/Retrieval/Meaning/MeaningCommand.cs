using System.Globalization;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;
using IntercomRag.Eval.Measures;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Retrieval.Meaning;

/// <summary>
/// <c>retrieval --embeddings URL --model NAME [set …]</c>: what the meaning of passages adds to their words, with a real model: recall of words alone, vectors alone
/// and both, with 95 % intervals over the same questions, and how well the confidence holds.
/// </summary>
internal static class MeaningCommand
{
    private static readonly double[] s_weights = [0.25, 0.5, 0.75, 1, 1.5, 2];

    public static async Task<int> RunAsync(string endpoint, string model, IReadOnlyList<string> sets, CancellationToken cancellationToken)
    {
        using var server = new EmbeddingServer(endpoint, model);
        using var vectors = await VectorCache.OpenAsync(server, model, cancellationToken);
        var confidence = PolicyReader.Read(Path.Combine(RepositoryRoot.Folder, "policies")).Confidence;
        var foreign = DataSet.ReadCases(SharedData.PathTo("data", "cross_oos", "conversations.jsonl"), "cross_oos").ToLookup(item => item.KnowledgeBase);
        var all = new List<IReadOnlyList<MeaningRanking>>();
        Console.WriteLine($"{"set",-15} {"ranking",-18} recall@1 recall@5   change of recall@1 (95 %)     of recall@5 (95 %)           AUROC   ECE");
        foreach (var name in sets)
        {
            var set = await MeaningSet.ReadAsync(name, foreign[name], vectors, cancellationToken);
            var rankings = await RankAsync(set, confidence, cancellationToken);
            Print(name, rankings.Select(ranking => (IReadOnlyList<MeaningRanking>)[ranking]).ToList());
            all.Add(rankings);
        }

        Print("all", [.. all[0].Select((_, i) => all.Select(rankings => rankings[i]).ToList())]);
        return 0;
    }

    /// <summary>Words alone come first.</summary>
    private static async Task<IReadOnlyList<MeaningRanking>> RankAsync(MeaningSet set, ConfidenceModel confidence, CancellationToken cancellationToken)
    {
        var words = await set.FindAsync(0, cancellationToken);
        var rankings = new List<MeaningRanking>
        {
            set.Judge("words alone", words, confidence),
            set.Judge("vectors alone", set.RankByMeaning()),
            set.Judge("both, by ranks", set.RankByReciprocalRanks(words)),
        };
        foreach (var weight in s_weights)
        {
            rankings.Add(set.Judge(string.Create(CultureInfo.InvariantCulture, $"both, weight {weight}"), await set.FindAsync(weight, cancellationToken), confidence));
        }

        return rankings;
    }

    /// <param name="rankings">Each of one or more sets.</param>
    private static void Print(string name, List<IReadOnlyList<MeaningRanking>> rankings)
    {
        List<int[]> before = [.. rankings[0].Select(ranking => ranking.Ranks)];
        foreach (var ranking in rankings)
        {
            List<int[]> ranks = [.. ranking.Select(set => set.Ranks)];
            var sample = ConfidenceSample.Of(ranking.SelectMany(set => set.Confidence));
            var held = sample.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{AurocMeasure.Area(sample, sample.Once):0.000} {CalibrationMeasure.Error(sample, sample.Once):0.000}");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-15} {ranking[0].Name,-18} {Recall.At(1, ranks),8:0.000} {Recall.At(5, ranks),8:0.000}   {Recall.Change(1, before, ranks)}   {Recall.Change(5, before, ranks)}   {held}"));
        }
    }
}
