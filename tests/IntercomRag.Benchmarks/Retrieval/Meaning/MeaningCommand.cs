using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Retrieval.Meaning;

internal static class MeaningCommand
{
    public static async Task<int> RunAsync(string endpoint, string model, IReadOnlyList<string> sets, CancellationToken cancellationToken)
    {
        using var server = new EmbeddingServer(endpoint, model);
        using var cache = await VectorCache.OpenAsync(server, model, cancellationToken);
        foreach (var set in sets)
        {
            var articles = DataSet.ReadArticles(SharedData.PathTo("data", set, "articles.jsonl")).Select(article => IndexEntry.Build(article, article.Contents[0], new CollectionTree([]))).ToList();
            var cases = DataSet.ReadCases(SharedData.PathTo("data", set, "conversations.jsonl"), set).ToList();
            var texts = articles.SelectMany(article => article.Chunks, (article, chunk) => PassageText.Of(article.Card.Title, chunk)).ToList();
            Console.WriteLine($"{set} {texts.Count}");
            await cache.ReadAsync(texts, cancellationToken);
            await cache.ReadAsync([.. cases.Select(item => QueryText.Of(CaseTurn.Of(item), null))], cancellationToken);
        }

        return 0;
    }
}
