using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval;

/// <summary>
/// What the meaning of a message tells about each article, as a logarithm of odds against the average article. Models differ in where their similarities lie and
/// how far they spread, so a similarity counts by how many standard deviations it stands above the others of this message.
/// </summary>
internal sealed class Nearness
{
    private readonly Dictionary<ArticleKey, (double LogOdds, int Ordinal)> _articles;

    private Nearness(Dictionary<ArticleKey, (double, int)> articles) => _articles = articles;

    /// <summary>Null when it tells nothing: nobody asked for it, or all articles are equally near.</summary>
    public static Nearness? Of(IReadOnlyList<ArticleSimilarity> articles, double weight)
    {
        if (weight == 0 || articles.Count < 2)
        {
            return null;
        }

        var mean = articles.Average(article => (double)article.Similarity);
        var deviation = Math.Sqrt(articles.Average(article => Math.Pow(article.Similarity - mean, 2)));
        if (!(deviation > 0))
        {
            return null;
        }

        var scaled = articles.Select(article => weight * (article.Similarity - mean) / deviation).ToArray();
        var average = Math.Log(scaled.Average(Math.Exp));
        return new Nearness(articles.Select((article, i) => (article, i)).ToDictionary(entry => entry.article.Key, entry => (scaled[entry.i] - average, entry.article.Ordinal)));
    }

    /// <summary>0 for an article without a vector: nothing is known of it.</summary>
    public double LogOdds(ArticleKey key) => _articles.TryGetValue(key, out var article) ? article.LogOdds : 0;

    /// <summary>Position of the nearest passage; null for an article without a vector.</summary>
    public int? Passage(ArticleKey key) => _articles.TryGetValue(key, out var article) ? article.Ordinal : null;

    /// <summary>The nearest articles.</summary>
    public IEnumerable<ArticleKey> Nearest(int count) => _articles
        .OrderByDescending(article => article.Value.LogOdds)
        .ThenBy(article => article.Key, Comparer<ArticleKey>.Create(WordMatch.Compare))
        .Take(count)
        .Select(article => article.Key);

    /// <summary>Mean odds of the articles that are not among some.</summary>
    /// <param name="count">How many articles there are besides those, with and without a vector.</param>
    public double MeanOddsBesides(List<ArticleKey> some, int count)
    {
        var sum = _articles.Values.Sum(article => Math.Exp(article.LogOdds)) - some.Where(_articles.ContainsKey).Sum(key => Math.Exp(LogOdds(key)));
        var without = count - (_articles.Count - some.Count(_articles.ContainsKey));
        return count <= 0 ? 0 : (Math.Max(0, sum) + Math.Max(0, without)) / count;
    }
}
