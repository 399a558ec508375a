using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval;

/// <summary>
/// Which article a conversation is about, as a probability for each, followed from message to message. A message moves the belief as far
/// as its words tell: "yes" leaves it where it was, a new question moves it away, and no number of earlier messages can hold it back for good.
/// </summary>
/// <remarks>
/// A hidden Markov model: between two messages the subject stays with a fixed probability or becomes any other, and an article's word score is the
/// logarithm of how likely it is to be asked about in these words. docs/retrieval.md compares it with fixed weights for the history.
/// </remarks>
internal sealed class TopicBelief
{
    /// <summary>
    /// Articles of the smallest Help Center that the sharpness was found on. In a smaller one no word is rare, and the same difference in scores
    /// tells more.
    /// </summary>
    private const int SmallestMeasured = 132;

    /// <summary>Articles that can be meant though they have none of the words.</summary>
    private const int Near = 60;

    private readonly RankingWeights _weights;
    private readonly int _articles;
    private readonly double _unit;
    private readonly Dictionary<ArticleKey, double> _tracked;
    private readonly double _rest;

    private TopicBelief(RankingWeights weights, int articles, Dictionary<ArticleKey, double> tracked, double rest)
    {
        (_weights, _articles, _tracked, _rest) = (weights, articles, tracked, rest);
        _unit = Math.Max(1, Bm25.HighestRarity(SmallestMeasured) / Bm25.HighestRarity(articles));
    }

    /// <summary>Nothing was said yet.</summary>
    /// <param name="articles">Articles that the customer may see, at least one.</param>
    public static TopicBelief Unknown(int articles, RankingWeights weights) => new(weights, articles, [], 1);

    /// <summary>Articles with a probability of their own, the most probable first; the others share what is left.</summary>
    public IEnumerable<(ArticleKey Key, double Probability)> Articles => _tracked
        .Select(article => (article.Key, article.Value))
        .OrderByDescending(article => article.Value)
        .ThenBy(article => article.Key, Comparer<ArticleKey>.Create(WordMatch.Compare));

    public double Of(ArticleKey key) => _tracked.TryGetValue(key, out var probability) ? probability : OfUntracked;

    private double OfUntracked => _articles > _tracked.Count ? _rest / (_articles - _tracked.Count) : 0;

    /// <param name="message">What its words tell.</param>
    /// <param name="nearness">What its meaning tells; null when nobody has compared it.</param>
    public TopicBelief After(IReadOnlyList<WordMatch> message, bool isCustomers, Nearness? nearness = null)
    {
        var stays = _tracked.Count == 0 ? 0 : isCustomers ? _weights.StaysForCustomer : _weights.StaysForAnswer;
        var sharpness = _weights.Sharpness * _unit * (isCustomers ? 1 : _weights.Answer);
        var scores = message.ToDictionary(match => match.Key, match => match.Score);
        var highest = message.Count == 0 ? 0 : message[0].Score;
        var tracked = _tracked.Keys.Union(scores.Keys).Union(nearness?.Nearest(Near) ?? []).ToDictionary(
            key => key,
            key => Likelihood(scores.GetValueOrDefault(key), nearness is null ? 0 : nearness.LogOdds(key)) * Prior(Of(key)));
        var others = Math.Max(0, _articles - tracked.Count);
        var rest = others * Likelihood(0, 0) * Prior(OfUntracked) * (nearness is null ? 1 : nearness.MeanOddsBesides(tracked.Keys, others));
        var sum = tracked.Values.Sum() + rest;
        return new TopicBelief(_weights, _articles, tracked.ToDictionary(article => article.Key, article => article.Value / sum), rest / sum);

        // Against the highest, so that a long message does not overflow.
        double Likelihood(double score, double logOdds) => Math.Exp((sharpness * (score - highest)) + logOdds);

        double Prior(double before) => (stays * before) + ((1 - stays) / _articles);
    }
}
