using System.Buffers;
using System.Runtime.InteropServices;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.CrossLanguage;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>The words of all articles in one language, in memory. Not safe for threads: <see cref="LiveWordIndex"/> guards it.</summary>
internal sealed class WordIndex
{
    /// <summary>Articles that can match a message.</summary>
    private const int Candidates = 200;

    /// <summary>Articles that are looked at sentence by sentence for an earlier message, which only has to say what the conversation was about.</summary>
    private const int CloselyHeard = 30;

    /// <summary>Places of articles that are gone, as a share of all, at which the lists are swept.</summary>
    private const double SweepAt = 0.25;

    private readonly Vocabulary _vocabulary = new();
    private readonly MessageMemory _heard = new();
    private readonly ArticleReader _reader;
    private readonly List<PostingList> _postings = [];
    private readonly List<ArticleWords?> _articles = [];
    private readonly List<int> _lengths = [];
    private readonly Dictionary<ArticleKey, int> _places = [];
    private readonly Dictionary<Audience, int> _perAudience = [];
    private long _words;
    private long _sentences;
    private long _wordsInSentences;
    private int _gone;

    public WordIndex(RankingWeights weights)
    {
        Weights = weights;
        _reader = new ArticleReader(_vocabulary, weights);
    }

    public RankingWeights Weights { get; }

    public Vocabulary Vocabulary => _vocabulary;

    public int Count => _places.Count;

    /// <summary>Rises with every change.</summary>
    public long Version { get; private set; }

    public IEnumerable<ArticleWords> Articles => _articles.OfType<ArticleWords>();

    public ArticleWords this[int place] => _articles[place] ?? throw new ArgumentOutOfRangeException(nameof(place));

    /// <summary>How a word's occurrences in an article count.</summary>
    public Bm25 OfArticle { get; } = new(3, 0.75);

    public double MeanArticleLength => Mean(_words, Count);

    public double MeanSentenceLength => Mean(_wordsInSentences, _sentences);

    public int CountOf(IEnumerable<Audience> audiences) => audiences.Distinct().Sum(audience => _perAudience.GetValueOrDefault(audience));

    public double RarityOfStem(int stem) => Bm25.Rarity(_postings[stem].Count, Count);

    public double RarityOfWord(int word) => Bm25.Rarity(_vocabulary.Articles[word], Count);

    /// <summary>Rarity of a stem that may be in no article: it is then as rare as can be.</summary>
    public double RarityOf(string stem) => _vocabulary.FindStem(stem) is { } number ? RarityOfStem(number) : Bm25.Rarity(0, Count);

    /// <summary>Null when the article is not here.</summary>
    public int? PlaceOf(ArticleKey key) => _places.TryGetValue(key, out var place) ? place : null;

    public bool HasArticle(string articleId) => _places.Keys.Any(key => key.ArticleId == articleId);

    /// <summary>The number of a stem that an article has; null for one that none has, or none any more.</summary>
    public int? Find(string stem) => _vocabulary.FindStem(stem) is { } number && _postings[number].Count > 0 ? number : null;

    /// <summary>Whether an article has the stem.</summary>
    public bool Has(string stem) => Find(stem) is not null;

    /// <summary>Informative stems of the articles.</summary>
    public IEnumerable<(string Text, int Number)> Stems() => _vocabulary.AllStems.Where(stem => _vocabulary.IsInformative(stem.Number));

    /// <summary>The different informative stems of some sentences, in the order of the text.</summary>
    public int[] InformativeStems(ArticleWords article, IEnumerable<Sentence> sentences)
    {
        var stems = new List<int>();
        foreach (var sentence in sentences)
        {
            foreach (var word in article.WordsOf(sentence))
            {
                stems.Add(_vocabulary.Stems[word]);
            }
        }

        return [.. stems.Where(_vocabulary.IsInformative).Distinct()];
    }

    public void Put(IndexedArticle article)
    {
        Changed();
        Remove(article.Card.Key);
        var words = _reader.Read(article);
        var place = _articles.Count;
        _articles.Add(words);
        _lengths.Add(words.Length);
        _places.Add(words.Key, place);
        CountWords(words, 1);
        var frequencies = new Dictionary<int, float>();
        foreach (var sentence in words.Sentences)
        {
            foreach (var word in words.WordsOf(sentence))
            {
                var stem = _vocabulary.Stems[word];
                frequencies[stem] = frequencies.GetValueOrDefault(stem) + sentence.Weight;
            }
        }

        while (_postings.Count < _vocabulary.StemCount)
        {
            _postings.Add(new PostingList());
        }

        foreach (var (stem, frequency) in frequencies)
        {
            _postings[stem].Add(place, frequency);
        }
    }

    public void Remove(ArticleKey key)
    {
        if (!_places.Remove(key, out var place))
        {
            return;
        }

        Changed();
        var words = this[place];
        _articles[place] = null;
        _lengths[place] = 0;
        CountWords(words, -1);
        foreach (var stem in words.Words.Select(word => _vocabulary.Stems[word]).Distinct())
        {
            _postings[stem].Forget();
        }

        if (++_gone > SweepAt * _articles.Count)
        {
            _postings.ForEach(list => list.Sweep(at => _articles[at] is not null));
            _gone = 0;
        }
    }

    /// <summary>The articles that have something of a message, of those that an audience may see.</summary>
    /// <param name="closely">
    /// Articles that are looked at sentence by sentence: those with the best score of their stems. The others keep that score, which puts them behind.
    /// </param>
    public WordMatches Search(string text, IReadOnlyCollection<Audience> audiences, int closely) =>
        Search(WordQuery.Parse(text, this), audiences, closely);

    /// <summary>The same for a message in another language.</summary>
    public WordMatches Search(TranslatedQuestion question, IReadOnlyCollection<Audience> audiences, int closely) =>
        Search(WordQuery.OfTranslation(question, this), audiences, closely);

    /// <summary>The same for an earlier message of a conversation, which was asked for before more often than not.</summary>
    public IReadOnlyList<WordMatch> Hear(string text, IReadOnlyCollection<Audience> audiences) =>
        _heard.GetOrAdd(text, audiences, () => Search(text, audiences, CloselyHeard).Articles);

    private WordMatches Search(WordQuery query, IReadOnlyCollection<Audience> audiences, int closely)
    {
        var candidates = FindCandidates(query, audiences);
        var ranking = new CandidateRanking(this, query);
        var close = ranking.Score(candidates.AsSpan(0, Math.Min(closely, candidates.Length)));
        var matches = new WordMatch[candidates.Length];
        for (var i = 0; i < matches.Length; i++)
        {
            var (place, score) = candidates[i];
            matches[i] = new WordMatch(place, this[place].Key, i < close.Length ? close[i] : score);
        }

        Array.Sort(matches, (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : WordMatch.Compare(a.Key, b.Key));
        return new WordMatches(matches, ranking);
    }

    private (int Place, double Score)[] FindCandidates(WordQuery query, IReadOnlyCollection<Audience> audiences)
    {
        var scores = ArrayPool<double>.Shared.Rent(_articles.Count);
        var meanLength = MeanArticleLength;
        try
        {
            // Lengths stand side by side: in a large index each article that is looked at for its own would be fetched from memory. Gone ones have none.
            var lengths = CollectionsMarshal.AsSpan(_lengths);
            var touched = new List<int>();
            scores.AsSpan(0, _articles.Count).Clear();
            foreach (var term in query.Terms.Where(term => term.Weight > 0))
            {
                // Stop words say how a sentence is put; over a whole article they say little.
                var weight = term.IsStopWord ? term.Weight / 2 : term.Weight;
                var articles = _postings[term.Stem].Articles;
                var frequencies = _postings[term.Stem].Frequencies;
                for (var i = 0; i < articles.Length; i++)
                {
                    var place = articles[i];
                    if (lengths[place] > 0)
                    {
                        if (scores[place] == 0)
                        {
                            touched.Add(place);
                        }

                        scores[place] += weight * OfArticle.Score(frequencies[i], lengths[place] / meanLength);
                    }
                }
            }

            // Ties by key, so that the same articles give the same answer in whatever order they came.
            var best = new PriorityQueue<int, (double Score, ArticleKey Key)>(Candidates + 1, s_worstFirst);
            foreach (var place in touched)
            {
                var isBehind = best.Count == Candidates && best.TryPeek(out _, out var worst) && scores[place] < worst.Score;
                if (!isBehind && audiences.Contains(this[place].Audience))
                {
                    best.Enqueue(place, (scores[place], this[place].Key));
                    if (best.Count > Candidates)
                    {
                        best.Dequeue();
                    }
                }
            }

            var found = new (int Place, double Score)[best.Count];
            for (var i = best.Count - 1; i >= 0; i--)
            {
                best.TryDequeue(out var place, out var priority);
                found[i] = (place, priority.Score);
            }

            return found;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
        }
    }

    private static readonly Comparer<(double Score, ArticleKey Key)> s_worstFirst = Comparer<(double Score, ArticleKey Key)>.Create(
        (a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : WordMatch.Compare(b.Key, a.Key));

    private void Changed()
    {
        Version++;
        _heard.Clear();
    }

    private static double Mean(long sum, long count) => count == 0 ? 1 : Math.Max(1, (double)sum / count);

    private void CountWords(ArticleWords article, int difference)
    {
        _words += difference * article.Length;
        _sentences += difference * article.Sentences.Length;
        _wordsInSentences += difference * article.Sentences.Sum(sentence => (long)sentence.Length);
        _perAudience[article.Audience] = _perAudience.GetValueOrDefault(article.Audience) + difference;
        foreach (var word in article.Words.Distinct())
        {
            _vocabulary.Count(word, difference);
        }
    }
}
