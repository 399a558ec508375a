using System.Buffers;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>
/// The second look at the articles that have the words of a message: which of them have the very words, in the same order, and together in
/// one sentence.
/// </summary>
/// <remarks>A feature is a stem, an exact word or a pair of the query; features are numbered in this order.</remarks>
internal sealed class CandidateRanking
{
    private static readonly Bm25 OfSentence = new(1.2, 0.4);
    private static readonly Bm25 OfPassage = new(1.8, 0.75);

    private readonly WordIndex _index;
    private readonly WordQuery _query;
    private readonly Dictionary<int, int> _words = [];
    private readonly Dictionary<(int, int), int> _pairs = [];
    private readonly Dictionary<int, List<(int Sentence, int Feature)>> _features = [];
    private readonly double[] _weights;
    private readonly int _firstWord;
    private readonly int _firstPair;

    public CandidateRanking(WordIndex index, WordQuery query)
    {
        _index = index;
        _query = query;
        _firstWord = query.Terms.Count;
        _firstPair = _firstWord + query.Words.Count;
        _weights = [.. query.Terms.Select(term => term.Weight), .. query.Words.Select(word => word.Weight), .. query.Pairs.Select(_ => 0.0)];
        for (var i = 0; i < query.Words.Count; i++)
        {
            _words[query.Words[i].Word] = _firstWord + i;
        }

        for (var i = 0; i < query.Pairs.Count; i++)
        {
            _pairs[query.Pairs[i]] = _firstPair + i;
        }
    }

    /// <summary>The scores of some articles, in their order.</summary>
    /// <param name="candidates">Articles by their place in the index, each with the score of its stems.</param>
    public double[] Score(ReadOnlySpan<(int Place, double Score)> candidates)
    {
        FindFeatures(candidates);
        WeighPairs();
        var counts = new FeatureCounts(_weights);
        var scores = new double[candidates.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            var (place, score) = candidates[i];
            scores[i] = score + Score(_index[place], _features[place], counts);
        }

        return scores;
    }

    /// <summary>Positions of the passages that have something of the message, best first.</summary>
    public IReadOnlyList<(int Ordinal, double Score)> RankPassages(int place)
    {
        var article = _index[place];
        var features = FeaturesOf(place);
        var counts = new FeatureCounts(_weights);
        var sentences = ScoreSentences(article, features, counts);
        var passages = new List<(int Ordinal, double Score)>();
        var best = 0.0;
        for (var i = 0; i < features.Count; i++)
        {
            var (sentence, feature) = features[i];
            if (article.Sentences[sentence].Passage is not { } passage)
            {
                continue;
            }

            counts.Add(feature, 1);
            best = Math.Max(best, sentences[sentence]);
            if (i + 1 == features.Count || article.Sentences[features[i + 1].Sentence].Passage != passage)
            {
                passages.Add((passage, counts.Take(OfPassage, 1) + best));
                best = 0;
            }
        }

        passages.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Ordinal.CompareTo(b.Ordinal));
        return passages;
    }

    /// <summary>How much of what the message asks about an article has.</summary>
    public MatchCoverage Cover(int place)
    {
        var asked = Enumerable.Range(0, _firstWord).Where(feature => _query.Terms[feature] is { IsStopWord: false, SameAs: null }).ToHashSet();
        var all = asked.Sum(feature => _weights[feature]) + (_query.Unknown.Count * _index.Weights.Stem * Bm25.Rarity(0, _index.Count));
        if (all == 0)
        {
            return default;
        }

        var found = FeaturesOf(place).Where(at => asked.Contains(at.Feature)).ToList();
        return new MatchCoverage(
            found.GroupBy(at => at.Sentence).Select(Share).DefaultIfEmpty().Max(),
            found.Select(at => at.Feature).Distinct().Count(),
            asked.Count + _query.Unknown.Count);

        double Share(IEnumerable<(int Sentence, int Feature)> features) => features.Select(at => at.Feature).Distinct().Sum(feature => _weights[feature]) / all;
    }

    /// <summary>The places in an article, by sentence, where a feature stands.</summary>
    private List<(int Sentence, int Feature)> FeaturesOf(int place)
    {
        if (!_features.ContainsKey(place))
        {
            FindFeatures([(place, 0)]);
        }

        return _features[place];
    }

    private void FindFeatures(ReadOnlySpan<(int Place, double Score)> candidates)
    {
        // One more than the feature of each stem, 0 for stems that nobody asks about: words of articles are looked up by the hundred thousand.
        var ofStem = ArrayPool<int>.Shared.Rent(_index.Vocabulary.StemCount);
        try
        {
            ofStem.AsSpan(0, _index.Vocabulary.StemCount).Clear();
            for (var i = 0; i < _query.Terms.Count; i++)
            {
                ofStem[_query.Terms[i].Stem] = (_query.Terms[i].SameAs ?? i) + 1;
            }

            foreach (var (place, _) in candidates)
            {
                _features[place] = FindFeatures(_index[place], ofStem);
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(ofStem);
        }
    }

    private List<(int Sentence, int Feature)> FindFeatures(ArticleWords article, int[] ofStem)
    {
        var features = new List<(int, int)>();
        var stems = _index.Vocabulary.Stems;
        for (var s = 0; s < article.Sentences.Length; s++)
        {
            var before = -1;
            foreach (var word in article.WordsOf(article.Sentences[s]))
            {
                var stem = stems[word];
                var feature = ofStem[stem] - 1;
                if (feature < 0)
                {
                    before = -1;
                    continue;
                }

                features.Add((s, feature));
                if (_words.TryGetValue(word, out var exact))
                {
                    features.Add((s, exact));
                }

                if (before >= 0 && _pairs.TryGetValue((before, stem), out var pair))
                {
                    features.Add((s, pair));
                }

                before = stem;
            }
        }

        return features;
    }

    // An article with both words of a pair is among the candidates, so they tell how rare the pair is.
    private void WeighPairs()
    {
        var articles = new int[_weights.Length];
        var last = new int[_weights.Length];
        var number = 0;
        foreach (var features in _features.Values)
        {
            number++;
            foreach (var (_, feature) in features)
            {
                if (feature >= _firstPair && last[feature] != number)
                {
                    last[feature] = number;
                    articles[feature]++;
                }
            }
        }

        for (var pair = _firstPair; pair < _weights.Length; pair++)
        {
            _weights[pair] = _index.Weights.Pair * Bm25.Rarity(articles[pair], _index.Count);
        }
    }

    private double Score(ArticleWords article, List<(int Sentence, int Feature)> features, FeatureCounts counts)
    {
        foreach (var (sentence, feature) in features)
        {
            if (feature >= _firstWord)
            {
                counts.Add(feature, article.Sentences[sentence].Weight);
            }
        }

        return counts.Take(_index.OfArticle, article.Length / _index.MeanArticleLength) + (_index.Weights.Sentence * ScoreSentences(article, features, counts).Max());
    }

    private double[] ScoreSentences(ArticleWords article, List<(int Sentence, int Feature)> features, FeatureCounts counts)
    {
        var scores = new double[article.Sentences.Length];
        for (var i = 0; i < features.Count; i++)
        {
            var sentence = features[i].Sentence;
            counts.Add(features[i].Feature, 1);
            if (i + 1 == features.Count || features[i + 1].Sentence != sentence)
            {
                scores[sentence] = counts.Take(OfSentence, article.Sentences[sentence].Length / _index.MeanSentenceLength);
            }
        }

        return scores;
    }
}
