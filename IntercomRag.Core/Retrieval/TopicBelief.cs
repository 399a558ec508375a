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
    private readonly List<Article> _tracked;
    private readonly double _rest;

    private TopicBelief(RankingWeights weights, int articles, List<Article> tracked, double rest)
    {
        (_weights, _articles, _tracked, _rest) = (weights, articles, tracked, rest);
        _unit = Math.Max(1, Bm25.HighestRarity(SmallestMeasured) / Bm25.HighestRarity(articles));
    }

    /// <summary>Nothing was said yet.</summary>
    /// <param name="articles">Articles that the customer may see, at least one.</param>
    public static TopicBelief Unknown(int articles, RankingWeights weights) => new(weights, articles, [], 1);

    /// <summary>Articles with a probability of their own, the most probable first; the others share what is left.</summary>
    public IEnumerable<Article> Articles => _tracked
        .OrderByDescending(article => article.Probability)
        .ThenBy(article => article.Key, Comparer<ArticleKey>.Create(WordMatch.Compare));

    /// <summary>Probability of each of the others.</summary>
    public double OfOthers => _articles > _tracked.Count ? _rest / (_articles - _tracked.Count) : 0;

    public TopicBelief After(IReadOnlyList<WordMatch> message, bool isCustomers)
    {
        var stays = _tracked.Count == 0 ? 0 : isCustomers ? _weights.StaysForCustomer : _weights.StaysForAnswer;
        var sharpness = _weights.Sharpness * _unit * (isCustomers ? 1 : _weights.Answer);
        var highest = message.Count == 0 ? 0 : message[0].Score;
        var (unheard, ofOthers) = (Likelihood(0), Prior(OfOthers));
        var scores = message.ToDictionary(match => match.Place, match => match.Score);
        var tracked = new List<Article>(_tracked.Count + message.Count);
        foreach (var article in _tracked)
        {
            var likelihood = scores.Remove(article.Place, out var score) ? Likelihood(score) : unheard;
            tracked.Add(article with { Probability = likelihood * Prior(article.Probability) });
        }

        foreach (var match in message)
        {
            if (scores.ContainsKey(match.Place))
            {
                tracked.Add(new Article(match.Place, match.Key, Likelihood(match.Score) * ofOthers));
            }
        }

        var rest = Math.Max(0, _articles - tracked.Count) * unheard * ofOthers;
        var sum = tracked.Sum(article => article.Probability) + rest;
        for (var i = 0; i < tracked.Count; i++)
        {
            tracked[i] = tracked[i] with { Probability = tracked[i].Probability / sum };
        }

        return new TopicBelief(_weights, _articles, tracked, rest / sum);

        // Against the highest, so that a long message does not overflow.
        double Likelihood(double score) => Math.Exp(sharpness * (score - highest));

        double Prior(double before) => (stays * before) + ((1 - stays) / _articles);
    }

    /// <summary>After the meaning of the message too, whose words were heard: it speaks for itself, so its odds come on top of what the words told.</summary>
    /// <param name="placeOf">Where the word index has an article; null when it has not read it yet.</param>
    public TopicBelief After(Nearness nearness, Func<ArticleKey, int?> placeOf)
    {
        var known = _tracked.Select(article => article.Key).ToHashSet();
        var tracked = _tracked.ToList();
        foreach (var key in nearness.Nearest(Near))
        {
            if (!known.Contains(key) && placeOf(key) is { } place)
            {
                tracked.Add(new Article(place, key, OfOthers));
            }
        }

        var others = Math.Max(0, _articles - tracked.Count);
        var rest = OfOthers * others * nearness.MeanOddsBesides([.. tracked.Select(article => article.Key)], others);
        tracked = [.. tracked.Select(article => article with { Probability = article.Probability * Math.Exp(nearness.LogOdds(article.Key)) })];
        var sum = tracked.Sum(article => article.Probability) + rest;
        return new TopicBelief(_weights, _articles, [.. tracked.Select(article => article with { Probability = article.Probability / sum })], rest / sum);
    }

    /// <param name="Place">In the word index.</param>
    public readonly record struct Article(int Place, ArticleKey Key, double Probability);
}
