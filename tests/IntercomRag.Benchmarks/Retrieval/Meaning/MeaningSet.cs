using System.Numerics.Tensors;
using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Retrieval.Meaning;

/// <summary>A reference set with the vectors of its passages and questions.</summary>
internal sealed class MeaningSet
{
    private const int Found = 100;

    /// <summary>The constant of reciprocal-rank fusion as its authors give it.</summary>
    private const int RankConstant = 60;

    private readonly List<IndexedArticle> _articles;
    private readonly List<(ArticleKey Key, IReadOnlyList<float[]> Passages)> _vectors = [];

    // Those of the set, and questions put to it from elsewhere.
    private readonly List<DataSetCase> _cases;
    private readonly List<float[]> _questions;

    private MeaningSet(List<IndexedArticle> articles, List<DataSetCase> cases, List<float[]> questions) =>
        (_articles, _cases, _questions) = (articles, cases, questions);

    public static async Task<MeaningSet> ReadAsync(string name, IEnumerable<DataSetCase> foreign, VectorCache vectors, CancellationToken cancellationToken)
    {
        var articles = DataSet.ReadArticles(SharedData.PathTo("data", name, "articles.jsonl"))
            .Select(article => IndexEntry.Build(article, article.Contents[0], new CollectionTree([])))
            .ToList();
        var cases = DataSet.ReadCases(SharedData.PathTo("data", name, "conversations.jsonl"), name).Concat(foreign).ToList();
        var questions = await vectors.ReadAsync([.. cases.Select(item => QueryText.Of(CaseTurn.Of(item)))], cancellationToken);
        var set = new MeaningSet(articles, cases, [.. questions]);
        var passages = await vectors.ReadAsync(
            [.. articles.SelectMany(article => article.Chunks, (article, chunk) => PassageText.Of(article.Card.Title, chunk))], cancellationToken);
        var at = 0;
        foreach (var article in articles)
        {
            set._vectors.Add((article.Card.Key, [.. passages.Skip(at).Take(article.Chunks.Count)]));
            at += article.Chunks.Count;
        }

        return set;
    }

    /// <summary>What the ranking finds for each case.</summary>
    /// <param name="weight">Of meaning; at 0 words alone decide.</param>
    public async Task<Finding[]> FindAsync(double weight, CancellationToken cancellationToken)
    {
        var index = new WordIndex(RankingWeights.Default);
        _articles.ForEach(index.Put);
        var found = new Finding[_cases.Count];
        await Parallel.ForAsync(0, _cases.Count, cancellationToken, (i, _) =>
        {
            found[i] = Finding.Of(CaseTurn.Of(_cases[i]), index, [Audience.Everyone], Found, Nearness.Of(weight == 0 ? [] : Compare(i), weight));
            return ValueTask.CompletedTask;
        });
        return found;
    }

    public IReadOnlyList<IEnumerable<ArticleKey>> RankByMeaning() => [.. _cases.Select((_, i) => Nearest(i))];

    public IReadOnlyList<IEnumerable<ArticleKey>> RankByReciprocalRanks(Finding[] found) =>
    [
        .. found.Select((finding, i) => finding.Articles.Select((article, rank) => (article.Key, rank))
            .Concat(Nearest(i).Take(Found).Select((key, rank) => (Key: key, rank)))
            .GroupBy(entry => entry.Key)
            .OrderByDescending(article => article.Sum(entry => 1.0 / (RankConstant + entry.rank + 1)))
            .Select(article => article.Key)),
    ];

    public MeaningRanking Judge(string name, Finding[] found, ConfidenceModel confidence)
    {
        var ranking = Judge(name, [.. found.Select(finding => finding.Articles.Select(article => article.Key))]);
        return ranking with
        {
            Confidence = [.. found.Select((finding, i) => (finding.Articles.Count == 0 ? 0 : confidence.Of(finding.Features), Rank(i, finding.Articles.Select(article => article.Key)) == 1))],
        };
    }

    public MeaningRanking Judge(string name, IReadOnlyList<IEnumerable<ArticleKey>> ranked) =>
        new(name, [.. Enumerable.Range(0, _cases.Count).Where(i => _cases[i].ArticleIds.Count > 0).Select(i => Rank(i, ranked[i]))], []);

    /// <summary>Of the first right article, from 1; 0 when it is not among them.</summary>
    private int Rank(int i, IEnumerable<ArticleKey> keys) => keys.ToList().FindIndex(key => _cases[i].ArticleIds.Contains(key.ArticleId)) + 1;

    private IEnumerable<ArticleKey> Nearest(int i) => Compare(i).OrderByDescending(article => article.Similarity).Select(article => article.Key);

    private List<ArticleSimilarity> Compare(int i) =>
        [.. _vectors.Where(article => article.Passages.Count > 0).Select(article => new ArticleSimilarity(article.Key, article.Passages.Max(passage => TensorPrimitives.Dot(_questions[i], passage)), 0))];
}
