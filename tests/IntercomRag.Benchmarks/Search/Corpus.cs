using IntercomRag.Benchmarks.Retrieval;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Search;

/// <summary>
/// A Help Center of any size: articles whose passages are real ones, drawn from the English reference sets by a seeded generator, so that words are as
/// frequent and as rare as in real text.
/// </summary>
internal static class Corpus
{
    private static readonly string[] Sets = ["doc2dial", "mtrag", "stackfaq"];

    public static IEnumerable<IndexedArticle> Articles(int count)
    {
        var real = Sets
            .SelectMany(set => DataSet.ReadArticles(SharedData.PathTo("data", set, "articles.jsonl")))
            .Select(article => IndexEntry.Build(article, article.Contents[0], new CollectionTree([])))
            .Where(article => article.Chunks.Count > 0)
            .ToList();
        var passages = real.SelectMany(article => article.Chunks).ToList();
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            var model = real[random.Next(real.Count)];
            var chunks = Enumerable.Range(0, random.Next(1, 4)).Select(ordinal => passages[random.Next(passages.Count)] with { Ordinal = ordinal });
            yield return model with { Card = model.Card with { Key = new ArticleKey($"{i}", "en") }, Chunks = [.. chunks] };
        }
    }

    /// <summary>Questions of the same sets, their last messages.</summary>
    public static IReadOnlyList<string> Questions(int count)
    {
        var all = Sets
            .SelectMany(set => DataSet.ReadCases(SharedData.PathTo("data", set, "conversations.jsonl"), set))
            .Select(item => item.Turns[^1].Text)
            .Distinct()
            .ToArray();
        new Random(2).Shuffle(all);
        return all[..Math.Min(count, all.Length)];
    }
}
